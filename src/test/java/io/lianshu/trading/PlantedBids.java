package io.lianshu.trading;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bids of companies known from opened lots, put into a lot of the sample district that is not open yet, with all that
 * hangs on bids. The ids of what is looked for are the operations' variables.
 */
final class PlantedBids {

    static final String SERIAL = "6222020200112233445";

    private static final String CHOICE = """
            MATCH (lot:Lot) WHERE lot.openedAt IS NULL
            WITH lot ORDER BY lot.id LIMIT 1
            CALL () {
              MATCH (c:Company)-[:SUBMITTED]->(:Bid)-[:FOR_LOT]->(l:Lot)
              WHERE l.openedAt IS NOT NULL
              WITH DISTINCT c ORDER BY c.id LIMIT 3
              RETURN collect(c.id) AS companies
            }
            CALL () {
              MATCH (p:Person)<-[:HANDLED_BY]-(:Bid)-[:FOR_LOT]->(l:Lot)
              WHERE l.openedAt IS NOT NULL
              RETURN p.id AS person ORDER BY person LIMIT 1
            }
            CALL () {
              MATCH (d:Device)<-[:MADE_ON]-(:BidDocument)<-[:HAS_DOCUMENT]-(:Bid)-[:FOR_LOT]->(l:Lot)
              WHERE l.openedAt IS NOT NULL
              RETURN d.id AS shared ORDER BY shared LIMIT 1
            }
            CALL () {
              MATCH (a:AnnualDeposit)
              RETURN a.id AS annual ORDER BY annual LIMIT 1
            }
            RETURN lot.id AS lot, companies, person, shared, annual
            """;

    /** The sample may have given the lot what is to be planted; then planting would change no answer. */
    private static final String EMPTYING = """
            MATCH (:Lot {id: $lot})<-[already:ACCESSED|JUDGED]-()
            DELETE already
            """;

    private static final String REMOVAL = """
            OPTIONAL MATCH (bid:Bid)-[:FOR_LOT]->(:Lot {id: $lot})
            OPTIONAL MATCH (bid)-[:HAS_DOCUMENT|SECURED_BY]->(part)
            DETACH DELETE part, bid
            WITH DISTINCT 1 AS done
            OPTIONAL MATCH (only) WHERE only.id IN [$device, $account, $award, $address, $access, $fileAccess,
              $opening, $objection, $complaint, $score, $contract, $notice, $trade, $forfeiture,
              $committee]
            DETACH DELETE only
            """;

    private static final String PLANTING = """
            MATCH (lot:Lot {id: $lot}), (person:Person {id: $person}), (shared:Device {id: $shared})
            CREATE (device:Device {id: $device, kind: 'MAC', valueEnc: $enc, valueHash: $hash})
            CREATE (account:BankAccount {id: $account, numberEnc: $enc, numberHash: $hash, bank: '某行'})
            CREATE (lot)-[:AWARDED]->(award:Award {id: $award, status: 'AWARDED', rank: 1, amount: 990000,
              noticeAt: datetime('2020-01-01T00:00:00Z')})
            WITH *
            MATCH (first:Company {id: $company}), (member:Company {id: $member})
            CREATE (award)-[:TO]->(first), (account)-[:OF]->(first)
            WITH *
            UNWIND range(0, size($bidders) - 1) AS place
            MATCH (bidder:Company {id: $bidders[place]})
            CREATE (bidder)-[:SUBMITTED]->(bid:Bid {id: $bids[place], bidNo: 'H' + place, round: 1, sequence: 1,
              price: 1000000 + place, submittedAt: datetime('2020-01-01T00:00:00Z')})-[:FOR_LOT]->(lot)
            CREATE (member)-[:JOINED]->(bid)
            CREATE (bid)-[:HANDLED_BY {role: 'OPERATOR'}]->(person), (bid)-[:SIGNED_WITH]->(device),
              (bid)-[:SIGNED_WITH]->(shared)
            CREATE (bid)-[:HAS_DOCUMENT]->(document:BidDocument {id: $documents[place], documentNo: 'H' + place,
              sha256: $serial, size: 9000000000, author: '某人'})
            CREATE (document)-[:MADE_ON]->(device), (document)-[:MADE_ON]->(shared)
            CREATE (bid)-[:SECURED_BY]->(:Deposit {id: $deposits[place], depositNo: 'H' + place, form: 'TRANSFER',
              amount: 20000})-[:PAID_FROM {payerName: '某公司'}]->(account)
            """;

    /** What hangs on the bids besides: guarantees, annual deposits, traces, an opening, and what was said and signed. */
    private static final String TRACES = """
            MATCH (lot:Lot {id: $lot}), (person:Person {id: $person}), (award:Award {id: $award}),
              (account:BankAccount {id: $account}), (device:Device {id: $device}), (document:BidDocument {id: $document}),
              (deposit:Deposit {id: $deposit}), (bid:Bid {id: $bid}), (first:Company {id: $company}),
              (member:Company {id: $member})
            MATCH (other:Bid)-[:FOR_LOT]->(lot) WHERE other <> bid
            CREATE (deposit)-[:PREMIUM_PAID_FROM {payerName: '某公司'}]->(account),
              (bid)-[:SIMILAR_TO {text: 0.9}]->(other), (document)-[:MENTIONS {page: 3}]->(member),
              (document)-[:SEALED_BY {page: 1}]->(member)
            CREATE (address:IpAddress {id: $address, valueEnc: $enc, valueHash: $hash})
            CREATE (document)-[:UPLOADED_FROM]->(address), (document)-[:UPLOADED_FROM]->(device)
            CREATE (lot)<-[:ACCESSED]-(access:AccessRecord {id: $access, accessNo: 'H1', action: 'VIEW'}),
              (access)-[:ACCESSED_BY]->(person), (access)-[:ACCESSED_FROM]->(address)
            CREATE (document)<-[:ACCESSED]-(fileAccess:AccessRecord {id: $fileAccess, accessNo: 'H2', action: 'VIEW'}),
              (fileAccess)-[:ACCESSED_BY]->(person), (fileAccess)-[:ACCESSED_FROM]->(device)
            CREATE (lot)-[:OPENED_AS]->(:OpeningRecord {id: $opening, recordNo: 'H', bidderCount: 2})
            CREATE (lot)<-[:AGAINST]-(:Objection {id: $objection, objectionNo: 'H'})-[:FILED_BY]->(first)
            CREATE (award)<-[:AGAINST]-(:Complaint {id: $complaint, complaintNo: 'H'})-[:FILED_BY]->(first)
            CREATE (bid)<-[:OF]-(:Score {id: $score, scoreNo: 'H', item: '技术', score: 30.0})<-[:SCORED]-(person)
            CREATE (award)-[:CONTRACTED]->(:Contract {id: $contract, contractNo: 'H', amount: 990000})
              -[:SUBCONTRACTED_TO]->(member)
            CREATE (lot)<-[:ABOUT]-(:Notice {id: $notice, noticeNo: 'H', kind: 'RESULT',
              publishedAt: datetime('2020-01-01T00:00:00Z')})
            CREATE (deposit)<-[:OF]-(:Forfeiture {id: $forfeiture, decisionNo: 'H', basis: 'REG_ART74', amount: 20000})
            CREATE (lot)-[:TRADED_AS]->(:Trade {id: $trade, unifiedDealCode: 'H', dealAmount: 990000,
              completedAt: datetime('2020-01-01T00:00:00Z')})
            """;

    /** An annual deposit is there beforehand and tells of no lot; only that it covers a bid does. */
    private static final String COVERING = """
            MATCH (bid:Bid {id: $bid}), (annual:AnnualDeposit {id: $annual})
            CREATE (bid)-[:COVERED_BY]->(annual)
            """;

    private static final String RESULT = """
            MATCH (lot:Lot {id: $lot})
            CREATE (lot)-[:AWARDED]->(:Award {id: $award, noticeAt: datetime('2020-01-03T00:00:00Z')})
            """;

    private static final String NO_RESULT = """
            MATCH (award:Award {id: $award})
            DETACH DELETE award
            """;

    private static final String COMMITTEE = """
            MATCH (lot:Lot {id: $lot}), (person:Person {id: $person})
            CREATE (person)-[:SAT_ON {role: 'CHAIR'}]->(:Committee {id: $committee, committeeNo: 'H'})-[:JUDGED]->(lot)
            """;

    private final Map<String, Object> names = new HashMap<>();

    PlantedBids(Sealer sealer) {
        var choice =
                TestEngine.driver().executableQuery(CHOICE).execute().records().get(0);
        List<Object> companies = choice.get("companies").asList();
        names.put("lot", choice.get("lot").asString());
        names.put("company", companies.get(0));
        names.put("bidders", companies.subList(0, 2));
        names.put("member", companies.get(2));
        names.put("person", choice.get("person").asString());
        names.put("shared", choice.get("shared").asString());
        names.put("annual", choice.get("annual").asString());
        names.put("device", NodeId.of("dev", List.of("planted")));
        names.put("account", NodeId.of("acc", List.of("planted")));
        names.put("award", NodeId.of("awd", List.of("planted")));
        Map.ofEntries(
                        Map.entry("address", "ipa"),
                        Map.entry("access", "acs"),
                        Map.entry("opening", "opn"),
                        Map.entry("objection", "obj"),
                        Map.entry("complaint", "cpt"),
                        Map.entry("score", "sco"),
                        Map.entry("contract", "ctt"),
                        Map.entry("notice", "ntc"),
                        Map.entry("trade", "trd"),
                        Map.entry("forfeiture", "frf"),
                        Map.entry("committee", "cmt"))
                .forEach((name, kind) -> names.put(name, NodeId.of(kind, List.of("planted"))));
        names.put("fileAccess", NodeId.of("acs", List.of("planted", "file")));
        several("bids", "bid");
        several("documents", "doc");
        several("deposits", "dpt");
        names.put("bid", ((List<?>) names.get("bids")).get(0));
        names.put("document", ((List<?>) names.get("documents")).get(0));
        names.put("deposit", ((List<?>) names.get("deposits")).get(0));
        names.put("serial", SERIAL);
        names.put("hash", sealer.hash(SERIAL));
        names.put("enc", sealer.seal(SERIAL));
        run(EMPTYING);
    }

    private void several(String name, String kind) {
        names.put(name, List.of(NodeId.of(kind, List.of("planted", "0")), NodeId.of(kind, List.of("planted", "1"))));
    }

    /** Variables for any of the operations. */
    Map<String, Object> variables() {
        Map<String, Object> result = new HashMap<>(names);
        result.values().removeIf(value -> !(value instanceof String));
        return result;
    }

    String lot() {
        return String.valueOf(names.get("lot"));
    }

    String company() {
        return String.valueOf(names.get("company"));
    }

    /** Leaves the lot without any bid or result. */
    void remove() {
        run(REMOVAL);
    }

    void plant() {
        run(PLANTING);
        run(TRACES);
        run(COVERING);
    }

    /** Seats a committee for the lot and nothing else. */
    void seat() {
        run(COMMITTEE);
    }

    /** Gives the lot a published result, or takes it back. */
    void award(boolean published) {
        run(published ? RESULT : NO_RESULT);
    }

    /** Records when the lot was opened; an empty text takes it back. */
    void open(String at) {
        TestEngine.driver()
                .executableQuery("MATCH (lot:Lot {id: $lot}) "
                        + "SET lot.openedAt = CASE $at WHEN '' THEN null ELSE datetime($at) END")
                .withParameters(Map.of("lot", lot(), "at", at))
                .execute();
    }

    private void run(String statement) {
        TestEngine.driver().executableQuery(statement).withParameters(names).execute();
    }
}
