package io.lianshu.access;

import io.lianshu.platform.audit.AuditCheck;
import io.lianshu.platform.audit.AuditCheck.Breach;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lianshu audit}: 0 when the chain is whole, 1 when it breaks somewhere. */
@Component
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"核验审计链 / verify the chain of audit events, and say where it breaks"})
class AuditCommand implements Callable<Integer> {

    private final AuditCheck check;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditCommand(AuditCheck check) {
        this.check = check;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AuditCheck.Result result = check.walk();
        Breach breach = result.breach();
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
