package io.lianshu.engine;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads from an engine's last words which refusal they are. */
final class EngineFailure {

    private static final Pattern MEMORY =
            Pattern.compile("Invalid (initial|maximum) heap size|Could not reserve enough space|server\\.memory|"
                    + "Too small maximum heap|Initial heap size|not enough memory|OutOfMemoryError");

    private EngineFailure() {}

    static Refusal refusal(String ending, DataDirectory data, EngineSettings.Engine settings) {
        String errors = ending + " " + tail(data.log());
        if (errors.contains("No space left on device") || errors.contains("not enough space on the disk")) {
            return EngineRefusal.diskFull(data.root(), data.root().toFile().getUsableSpace());
        }
        if (errors.contains("BindException") || errors.contains("Address already in use")) {
            return EngineRefusal.portTaken(settings.port());
        }
        if (MEMORY.matcher(errors).find()) {
            return EngineRefusal.badMemory(shortened(ending.startsWith("exit code") ? tail(data.log()) : ending));
        }
        if (errors.contains("AccessDeniedException") || errors.contains("Permission denied")) {
            return EngineRefusal.dataUnusable(data.root(), shortened(ending));
        }
        return EngineRefusal.failed(data.log(), shortened(ending));
    }

    /** The deepest cause says most; it stands last. */
    private static String shortened(String chain) {
        int last = chain.lastIndexOf(" <- ");
        String cause = last < 0 ? chain : chain.substring(last + 4);
        return cause.length() > 300 ? cause.substring(0, 300) + "…" : cause;
    }

    private static String tail(Path log) {
        try {
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return "";
        }
    }
}
