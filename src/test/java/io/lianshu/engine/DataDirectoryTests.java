package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    Path root;

    @Test
    void oneProgramHoldsADirectoryAtATime() {
        try (var held = DataDirectory.claim(root, "lianshu serve").orElseThrow()) {
            assertThat(DataDirectory.claim(root, "lianshu serve")).isEmpty();
            assertThat(DataDirectory.holder(root))
                    .isEqualTo("lianshu serve, pid " + ProcessHandle.current().pid());
            assertThat(held.root()).isEqualTo(root);
        }
        DataDirectory.claim(root, "lianshu serve").orElseThrow().close();
    }

    @Test
    void theNoteOfADeadProgramHoldsNothing() throws IOException {
        Files.writeString(root.resolve("hub.lock"), "");
        Files.writeString(root.resolve("hub.pid"), "lianshu serve, pid 1");
        DataDirectory.claim(root, "lianshu serve").orElseThrow().close();
    }

    @Test
    void aFileInThePlaceOfTheDirectoryIsRefused() throws IOException {
        Path file = Files.writeString(root.resolve("data"), "");
        assertThatThrownBy(() -> DataDirectory.claim(file, "lianshu serve"))
                .satisfies(refusal("DATA_UNUSABLE", "lianshu.data", file.toString()));
    }

    @Test
    void dataOfANewerEngineIsRefusedAndLeftAlone() throws IOException {
        try (var data = DataDirectory.claim(root, "lianshu serve").orElseThrow()) {
            data.open("5.26.30");
            assertThatThrownBy(() -> data.open("5.26.9"))
                    .satisfies(refusal("DATA_NEWER", "lianshu.data", "5.26.30", "5.26.9"));
            assertThat(Files.readString(root.resolve("engine/version"))).isEqualTo("5.26.30");
            data.open("5.27.0");
        }
    }

    @Test
    void theCredentialsAreForTheOwnerOnlyAndTheirPasswordStays() throws IOException {
        try (var data = DataDirectory.claim(root, "lianshu serve").orElseThrow()) {
            Credentials first = Credentials.renew(root, URI.create("bolt://127.0.0.1:17001"));
            Credentials second = Credentials.renew(root, URI.create("bolt://127.0.0.1:17002"));
            assertThat(second.password()).isEqualTo(first.password()).hasSize(32);
            assertThat(Credentials.read(root)).contains(second);
            assertThat(second.toString()).doesNotContain(second.password());
            assertThat(Files.getPosixFilePermissions(data.credentials()))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void aMissingEngineFolderIsRefused() {
        Path nowhere = root.resolve("nowhere");
        assertThatThrownBy(() -> EngineFolder.find(nowhere))
                .satisfies(refusal("ENGINE_MISSING", "lianshu.engine.home", nowhere.toString()));
    }

    static Consumer<Throwable> refusal(String code, String setting, String... parts) {
        return e -> {
            assertThat(e).isInstanceOf(Refusal.class);
            Refusal refusal = (Refusal) e;
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(setting);
            assertThat(refusal.message(false)).contains(parts).contains("请");
            assertThat(refusal.english()).contains(parts);
        };
    }
}
