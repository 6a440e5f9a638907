package io.lianshu.trading;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Who sits on a lot's committees, and who may be drawn (评标委员会). */
@OwnsItsThread
final class CommitteeGraph {

    private static final String MEMBERS_STATEMENT = CypherCatalog.statement("trading", "committee-members");
    private static final String EXPERTS_STATEMENT = CypherCatalog.statement("trading", "experts-to-draw");
    private static final String EXCUSE_STATEMENT = CypherCatalog.statement("trading", "excuse-members");

    private CommitteeGraph() {}

    /** @param tied whether a bidder employs, insures or is led or owned by the member */
    record Member(String committee, String person, String role, boolean tied) {

        boolean isSent() {
            return role.equals("OWNER_REPRESENTATIVE");
        }
    }

    /** Of a lot that is not opened none are told: whom bids tie would tell who bids. */
    static List<Member> members(LotFacts facts, Transaction transaction) {
        if (!facts.isOpened()) {
            return List.of();
        }
        return transaction
                .run(MEMBERS_STATEMENT, Map.of("lot", facts.id()))
                .list(row -> new Member(
                        row.get("committee").asString(),
                        row.get("person").asString(),
                        row.get("role").asString(""),
                        row.get("tied").asBoolean()));
    }

    /**
     * Whom the hub may draw from.
     *
     * @param known how many of those who are sent are there
     * @param tied how many of them a bidder ties, as far as the bidders may be known
     */
    record Pool(List<String> experts, int known, int tied) {}

    static Pool pool(LotFacts facts, List<String> sent, Collection<Member> members, Transaction transaction) {
        return transaction
                .run(
                        EXPERTS_STATEMENT,
                        Map.of(
                                "lot",
                                facts.id(),
                                "sent",
                                sent,
                                "seated",
                                members.stream().map(Member::person).toList(),
                                "opened",
                                facts.isOpened()))
                .list(row -> new Pool(
                        row.get("experts").asList(Value::asString),
                        row.get("known").asInt(),
                        row.get("tied").asInt()))
                .get(0);
    }

    static void excuse(Collection<Member> members, Transaction transaction) {
        members.forEach(member -> transaction
                .run(EXCUSE_STATEMENT, Map.of("committee", member.committee(), "people", List.of(member.person())))
                .consume());
    }
}
