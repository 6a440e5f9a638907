package io.lianshu.access;

import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** What administrators do to accounts besides entering and correcting them: roles, passwords, sessions. */
@OwnsItsThread
final class AccountGraph implements ClientCommand {

    private static final String END_SESSIONS_STATEMENT = CypherCatalog.statement("access", "end-sessions");
    private static final String GRANT_ROLE_STATEMENT = CypherCatalog.statement("access", "grant-role");
    private static final String SET_PASSWORD_STATEMENT = CypherCatalog.statement("access", "set-password");
    private static final String USERNAME_STATEMENT = CypherCatalog.statement("access", "username");
    private static final String WITHDRAW_ROLE_STATEMENT = CypherCatalog.statement("access", "withdraw-role");

    private static final String LABEL = "Account";
    private static final String GRANT = "grantRole";
    private static final String WITHDRAW = "withdrawRole";
    private static final String PASSWORD = "setPassword";
    private static final String END = "endSessions";

    /** As many as {@code Account.grants} shows, so that none is hidden. */
    private static final int MOST_GRANTS = 50;

    private final Passwords passwords;

    AccountGraph(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(GRANT, WITHDRAW, PASSWORD, END);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return switch (call.mutation()) {
            case GRANT -> grant(call, transaction);
            case WITHDRAW -> withdraw(call, transaction);
            case PASSWORD -> password(call, transaction);
            default -> end(call, transaction);
        };
    }

    private CommandOutcome grant(CommandCall call, Transaction transaction) {
        String account = call.text("account");
        if (account.equals(call.viewer().name())) {
            return own();
        }
        LocalDate from = call.input().get("from") instanceof LocalDate given
                ? given
                : call.now().toLocalDate();
        LocalDate to = call.input().get("to") instanceof LocalDate given ? given : null;
        if (to != null && to.isBefore(from)) {
            return CommandOutcome.refused(
                    "BAD_VALUE", "to", "截止日期不能早于起始日期", "the last day must not be before the first");
        }
        String role = call.text("role");
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", NodeId.random("grt"));
        values.put("role", role);
        values.put("from", from);
        values.put("to", to);
        values.put("createdAt", call.now());
        Record granted = one(
                transaction, GRANT_ROLE_STATEMENT, Map.of("account", account, "values", values, "most", MOST_GRANTS));
        if (granted == null) {
            return unknown("account");
        }
        if (granted.get("many").asBoolean()) {
            return CommandOutcome.refused(
                    "TOO_MANY_GRANTS",
                    "account",
                    "一个账号最多 " + MOST_GRANTS + " 条授权记录，请另建账号",
                    "an account has at most " + MOST_GRANTS + " grants; create another account");
        }
        return granted.get("held").asBoolean()
                ? CommandOutcome.refused(
                        "ALREADY_GRANTED",
                        "role",
                        "此账号在这段日期内已有该角色，请先撤销原授权",
                        "the account has this role for some of the days; withdraw that grant first")
                : done(account, "grants", null, role);
    }

    private static CommandOutcome withdraw(CommandCall call, Transaction transaction) {
        Record withdrawn =
                one(transaction, WITHDRAW_ROLE_STATEMENT, Map.of("grant", call.text("grant"), "now", call.now()));
        if (withdrawn == null) {
            return unknown("grant");
        }
        return withdrawn.get("before").asBoolean()
                ? CommandOutcome.refused("ALREADY_WITHDRAWN", "grant", "此角色已撤销", "this role was withdrawn already")
                : done(
                        withdrawn.get("account").asString(),
                        "grants",
                        withdrawn.get("role").asString(),
                        null);
    }

    private CommandOutcome password(CommandCall call, Transaction transaction) {
        String account = call.text("account");
        String password = call.text("password");
        Record named = one(transaction, USERNAME_STATEMENT, Map.of("account", account));
        if (named == null) {
            return unknown("account");
        }
        if (account.equals(call.viewer().name())) {
            return own();
        }
        if (named.get("demo").asBoolean()) {
            return CommandOutcome.refused(
                    "DEMO_ACCOUNT", "account", "演示账号的密码不能修改", "the password of a demo account stays");
        }
        if (!passwords.mayBe(password, named.get("username").asString())) {
            return CommandOutcome.refused(account, List.of(AccessRefused.firstPassword()));
        }
        one(
                transaction,
                SET_PASSWORD_STATEMENT,
                Map.of("account", account, "hash", passwords.hash(password), "mustChange", true));
        ended(call, transaction, account);
        return done(account, null, null, null);
    }

    private static CommandOutcome end(CommandCall call, Transaction transaction) {
        String account = call.text("account");
        if (one(transaction, USERNAME_STATEMENT, Map.of("account", account)) == null) {
            return unknown("account");
        }
        ended(call, transaction, account);
        return done(account, null, null, null);
    }

    private static void ended(CommandCall call, Transaction transaction, String account) {
        transaction
                .run(END_SESSIONS_STATEMENT, Map.of("account", account, "now", call.now()))
                .consume();
    }

    private static @Nullable Record one(Transaction transaction, String statement, Map<String, Object> parameters) {
        List<Record> rows = transaction.run(statement, parameters).list();
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static CommandOutcome done(
            String account, @Nullable String field, @Nullable String before, @Nullable String after) {
        return CommandOutcome.done(
                account,
                field == null
                        ? List.of()
                        : List.of(new NodeChange(LABEL, account, List.of(new NodeChange.Field(field, before, after)))));
    }

    private static CommandOutcome own() {
        return CommandOutcome.refused(
                "OWN_ACCOUNT",
                "account",
                "不能对自己的账号这样做，请由另一位管理员操作",
                "nobody does this to their own account; ask another administrator");
    }

    private static CommandOutcome unknown(String field) {
        return CommandOutcome.refused("NOT_FOUND", field, field + "：没有此编号", field + ": there is none with this id");
    }
}
