package io.lianshu.access;

import io.lianshu.platform.viewer.Role;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lianshu account}: the first account of all, and a way back in for whoever holds the machine. */
@Component
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = {
            "建立账号或重设其密码，并打印一次性初始密码",
            "create an account or reset its password; prints a first password that must be changed at once"
        })
class AccountCommand implements Callable<Integer> {

    private final OperatorGraph graph;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "USERNAME", description = "用户名 / user name: a-z, 0-9, . - _")
    private String username = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "授予的角色，如 administrator，多个用逗号分隔 / roles to grant, with commas between")
    private List<String> roles = List.of();

    @Option(names = "--reset", description = "账号已存在时重设密码 / reset the password of an account that is there")
    private boolean reset;

    AccountCommand(OperatorGraph graph) {
        this.graph = graph;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!UsernameCheck.fits(username)) {
            err.println("用户名应为 2 到 64 个小写英文字母、数字、点、连字符或下划线，以字母或数字开头");
            err.println("USERNAME must have 2 to 64 of a-z, 0-9, dot, hyphen and underscore, a letter or digit first");
            return ExitCode.USAGE;
        }
        Set<Role> granted = new TreeSet<>();
        for (String slug : roles) {
            Optional<Role> meant = Role.ofSlug(slug.strip());
            if (meant.isEmpty()) {
                String known = Role.slugs(", ");
                err.println("--role：没有角色 " + slug + "，应为 " + known);
                err.println("--role: there is no role " + slug + "; it must be one of " + known);
                return ExitCode.USAGE;
            }
            granted.add(meant.get());
        }
        String password = graph.account(username, granted, reset);
        if (password == null) {
            err.println("账号 " + username + " 已存在；加 --reset 重设其密码");
            err.println("the account " + username + " is there already; --reset gives it a new password");
            return ExitCode.SOFTWARE;
        }
        out.printf("账号 account: %s%n初始密码 first password: %s%n", username, password);
        out.println("首次登录前须修改密码：POST /auth/password");
        out.println("It must be changed before the first log-in: POST /auth/password");
        return ExitCode.OK;
    }
}
