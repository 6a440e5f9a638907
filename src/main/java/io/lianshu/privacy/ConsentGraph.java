package io.lianshu.privacy;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.refusal.Reasons;
import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** People's consents to the handling of sensitive data about themselves. */
@OwnsItsThread
final class ConsentGraph implements ClientCommand {

    private static final String GIVE_STATEMENT = CypherCatalog.statement("privacy", "give-consent");
    private static final String WITHDRAW_STATEMENT = CypherCatalog.statement("privacy", "withdraw-consent");
    private static final String FORGET_STATEMENT = CypherCatalog.statement("privacy", "forget-places-of-person");

    private static final String ENTERS_STATEMENT = CypherCatalog.statement("privacy", "person-enters");

    private static final String GIVE = "giveConsent";
    private static final String WITHDRAW = "withdrawConsent";
    private static final String WITHDRAW_FOR = "withdrawConsentFor";
    private static final String PURPOSES = "consent-purpose";
    private static final String PLACES = "VISIT_LOCATION";
    private static final int LONGEST_NOTICE = 200;

    private final CodeLists codes;

    ConsentGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(GIVE, WITHDRAW, WITHDRAW_FOR);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        boolean onRequest = call.mutation().equals(WITHDRAW_FOR);
        Refusal unfit = onRequest ? unfit(call, transaction) : null;
        if (unfit != null) {
            return CommandOutcome.refused(null, List.of(unfit));
        }
        String person = onRequest ? call.text("person") : call.viewer().personId();
        if (person == null) {
            return CommandOutcome.noPerson();
        }
        String purpose = call.text("purpose");
        if (!codes.contains(PURPOSES, purpose)) {
            String known = String.join(", ", codes.codes(PURPOSES));
            return CommandOutcome.refused(
                    "BAD_CODE", "purpose", "purpose：应为 " + known + " 之一", "purpose: must be one of " + known);
        }
        return call.mutation().equals(GIVE)
                ? give(call, transaction, person, purpose)
                : withdraw(call, transaction, person, purpose);
    }

    /** Whoever can enter withdraws in person. */
    private static @Nullable Refusal unfit(CommandCall call, Transaction transaction) {
        Refusal unfit = Reasons.refusal(call.reason());
        if (unfit != null) {
            return unfit;
        }
        List<Record> found = transaction
                .run(ENTERS_STATEMENT, Map.of("person", call.text("person"), "now", call.now()))
                .list();
        if (found.isEmpty()) {
            return Refusal.badInput("NOT_FOUND", "person", "person：没有此编号", "person: there is none with this id");
        }
        return found.get(0).get("enters").asBoolean()
                ? Refusal.badInput(
                        "STILL_HAS_ACCOUNT",
                        "person",
                        "此人有账号，请由本人撤回",
                        "the person has an account and withdraws in person")
                : null;
    }

    private static CommandOutcome give(CommandCall call, Transaction transaction, String person, String purpose) {
        String notice = call.text("notice").strip();
        if (notice.isEmpty() || notice.length() > LONGEST_NOTICE) {
            return CommandOutcome.refused(
                    "BAD_VALUE",
                    "notice",
                    "notice：请写明告知文本及其版本，最多 " + LONGEST_NOTICE + " 个字符",
                    "notice: name the notice and its version in at most " + LONGEST_NOTICE + " characters");
        }
        String code = person + "-" + call.clientMutationId();
        Map<String, Object> values = Map.of(
                "id", NodeId.of("cns", List.of(code)),
                "code", code,
                "purpose", purpose,
                "notice", notice,
                "givenAt", call.now(),
                "createdAt", call.now(),
                "updatedAt", call.now());
        boolean given = transaction
                .run(GIVE_STATEMENT, Map.of("person", person, "values", values))
                .single()
                .get("given")
                .asBoolean();
        return given
                ? done(person, null, purpose)
                : CommandOutcome.refused(
                        "ALREADY_GIVEN", "purpose", "已同意此告知文本", "this notice was consented to already");
    }

    private static CommandOutcome withdraw(CommandCall call, Transaction transaction, String person, String purpose) {
        long withdrawn = transaction
                .run(WITHDRAW_STATEMENT, Map.of("person", person, "purpose", purpose, "now", call.now()))
                .single()
                .get("withdrawn")
                .asLong();
        if (withdrawn == 0) {
            return CommandOutcome.refused("NOT_GIVEN", "purpose", "没有可撤回的同意", "there is no consent to withdraw");
        }
        if (purpose.equals(PLACES)) {
            transaction
                    .run(FORGET_STATEMENT, Map.of("person", person, "now", call.now()))
                    .consume();
        }
        return done(person, purpose, null);
    }

    private static CommandOutcome done(String person, @Nullable String before, @Nullable String after) {
        return CommandOutcome.done(
                person,
                List.of(new NodeChange("Person", person, List.of(new NodeChange.Field("consents", before, after)))));
    }
}
