package io.lianshu.access;

import io.lianshu.platform.audit.AuditCheck;
import io.lianshu.platform.audit.AuditCheck.Breach;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lianshu audit}: 0 when the chain is whole, 1 when it breaks somewhere. */
@Component
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"核验审计链 / verify the chain of audit events, and say where it breaks"})
class AuditCommand implements Callable<Integer> {

    private final AuditCheck check;

    @Option(
            names = "--end",
            paramLabel = "HASH",
            description = {"以前核验时记下的末端哈希，须仍在链中 / hash of the chain's end that was noted earlier and must still be in it"
            })
    private @Nullable String end;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditCommand(AuditCheck check) {
        this.check = check;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Set<String> noted = new HashSet<>();
        AuditCheck.Result result = check.walk(hash -> {
            if (hash.equals(end)) {
                noted.add(hash);
            }
        });
        Breach breach = result.breach();
        if (breach == null && end != null && noted.isEmpty()) {
            out.println("链中没有记下的哈希 " + end + "：末尾的事件被删去后又重接过");
            out.println(
                    "the noted hash is not in the chain: events at its end were taken away, or all was sealed anew");
            return ExitCode.SOFTWARE;
        }
        if (breach == null) {
            out.printf("审计链完整：%,d 个事件，末端 %s%n", result.events(), result.hash());
            out.printf("the chain is whole: %,d events, its end is %s%n", result.events(), result.hash());
            return ExitCode.OK;
        }
        String chinese = switch (breach.fault()) {
            case ALTERED -> "被改动";
            case MISSING -> "缺失";
            case ADDED -> "是后来添加的";
        };
        out.printf("审计链在第 %,d 个事件处断开：该事件%s；此前 %,d 个完整%n", breach.number(), chinese, result.events());
        out.printf(
                "the chain breaks at event %,d, which is %s; the %,d before it are whole%n",
                breach.number(), breach.fault().name().toLowerCase(Locale.ROOT), result.events());
        return ExitCode.SOFTWARE;
    }
}
