package io.lianshu.collusion;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.Record;

/**
 * Bids of a made-up market put straight into the graph: two rings, firms that keep to nobody, and every kind of bid that needs
 * a decision. The last lot is sealed; a stranger that bids for nothing else bids for it.
 */
final class PlantedMarket {

    static final int OPENED = 90;
    static final String SEALED = id("lot", "sealed");
    static final String STRANGER = id("com", "stranger");
    static final String MEMBER = id("com", "member");
    static final List<String> RING = List.of(firm(0), firm(1), firm(2), firm(3));

    private static final int FIRMS = 26;
    private static final int BUYERS = 5;

    private static final String PLANTING = """
            UNWIND $companies AS row
            CREATE (:Company {id: row.id, name: row.name, uscc: row.name, updatedAt: datetime('2024-01-01T00:00:00Z')})
            WITH count(*) AS done
            UNWIND $lots AS row
            MERGE (region:Region {id: row.region}) ON CREATE SET region.code = row.region, region.name = row.region
            WITH row, region
            MATCH (buyer:Company {id: row.buyer})
            CREATE (project:Project {id: row.project, name: row.project, projectCode: row.project})-[:IN]->(region)
            CREATE (project)-[:PROCURED_BY]->(tender:Tender {id: row.tender, name: row.tender, phase: 'WORKS'})
              -[:HAS_LOT]->(lot:Lot {id: row.id, bidSectionCode: row.name, round: 1, name: row.name, category: 'WORKS'})
            CREATE (tender)-[:TENDERED_BY]->(buyer)
            SET lot.openedAt = CASE WHEN row.opened IS NULL THEN null ELSE datetime(row.opened) END
            """;

    private static final String BIDDING = """
            UNWIND $bids AS row
            MATCH (lot:Lot {id: row.lot})
            CREATE (bid:Bid {id: row.id, bidNo: row.id, round: row.round, sequence: 1, bidders: [row.company]})
              -[:FOR_LOT]->(lot)
            SET bid.price = row.price, bid.valid = row.valid,
              bid.withdrawnAt = CASE WHEN row.withdrawn THEN datetime('2024-01-01T00:00:00Z') END
            WITH row, lot, bid
            MATCH (company:Company {id: row.company})
            CREATE (company)-[:SUBMITTED]->(bid)
            WITH row, lot, bid, company
            WHERE row.won
            CREATE (lot)-[:AWARDED]->(award:Award {id: row.award, status: 'AWARDED', rank: 1, amount: row.price})
            WITH row, bid, award, company
            OPTIONAL MATCH (member:Company {id: row.member})
            WITH bid, award, coalesce(member, company) AS winner, member
            CREATE (award)-[:TO]->(winner)
            WITH bid, member
            WHERE member IS NOT NULL
            CREATE (member)-[:JOINED]->(bid)
            """;

    /** What the door's table is made of, put together without the hub's own statement. */
    private static final String EXPORT = """
            MATCH (lot:Lot)<-[:FOR_LOT]-(bid:Bid)
            WHERE lot.openedAt IS NOT NULL
            OPTIONAL MATCH (bid)<-[:SUBMITTED]-(company:Company)
            MATCH (region:Region)<-[:IN]-(:Project)-[:PROCURED_BY]->(:Tender)-[:HAS_LOT]->(lot)
            MATCH (buyer:Company)<-[:TENDERED_BY]-(:Tender)-[:HAS_LOT]->(lot)
            OPTIONAL MATCH (lot)-[:AWARDED]->(:Award)-[:TO]->(winner:Company)
            RETURN lot.id AS lot, coalesce(company.id, '') AS bidder, bid.price AS fen,
              toString(date(datetime({datetime: lot.openedAt, timezone: 'Asia/Shanghai'}))) AS date,
              region.id AS region, buyer.id AS buyer,
              CASE WHEN winner IS NULL THEN '' WHEN winner = company OR (winner)-[:JOINED]->(bid) THEN '1' ELSE '0' END
                AS winner,
              CASE WHEN bid.valid = false OR bid.withdrawnAt IS NOT NULL THEN '0' ELSE '1' END AS valid,
              bid.round AS round, bid.id AS bid
            """;

    private final Random random = new Random(20_240_601);
    private final List<Map<String, Object>> bids = new ArrayList<>();

    static String id(String kind, String name) {
        return NodeId.of(kind, List.of("planted market", name));
    }

    static String firm(int number) {
        return id("com", "firm " + number);
    }

    static String lot(int number) {
        return id("lot", "lot " + number);
    }

    void plant() {
        List<Map<String, Object>> lots = new ArrayList<>();
        for (int number = 0; number < OPENED; number++) {
            // Some days begin late in the evening in London, which is the next morning here.
            String opened =
                    LocalDate.of(2024, 1, 1).plusDays(number * 5L) + (number % 7 == 0 ? "T20:00:00Z" : "T01:30:00Z");
            lots.add(lot(lot(number), "标段" + number, number, opened));
            fill(number);
        }
        lots.add(lot(SEALED, "未开标段", 0, null));
        oddBids();
        run(PLANTING, Map.of("companies", companies(), "lots", lots));
        run(BIDDING, Map.of("bids", bids));
        // Nobody knows who handed this one in.
        run(
                "MATCH (bid:Bid {id: $bid}) SET bid.bidders = [] WITH bid MATCH (bid)<-[made:SUBMITTED]-() DELETE made",
                Map.of("bid", id("bid", "nobody")));
    }

    private static List<Map<String, Object>> companies() {
        List<Map<String, Object>> companies = new ArrayList<>();
        for (int number = 0; number < FIRMS; number++) {
            companies.add(Map.of("id", firm(number), "name", "企业" + number));
        }
        for (int number = 0; number < BUYERS; number++) {
            companies.add(Map.of("id", id("com", "buyer " + number), "name", "招标人" + number));
        }
        companies.add(Map.of("id", STRANGER, "name", "生面孔"));
        companies.add(Map.of("id", MEMBER, "name", "联合体成员"));
        return companies;
    }

    private static Map<String, Object> lot(String id, String name, int number, String opened) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("name", name);
        row.put("project", id("prj", name));
        row.put("tender", id("tnd", name));
        row.put("region", id("rgn", "region " + number % 2));
        row.put("buyer", id("com", "buyer " + number % BUYERS));
        row.put("opened", opened);
        return row;
    }

    /** Every third lot is a ring's, whose prices lie close and whose members win in turn. */
    private void fill(int number) {
        double estimate = 1e8 * (1 + random.nextInt(9));
        List<Integer> firms = new ArrayList<>();
        boolean ring = number % 3 != 2;
        int first = number % 3 == 0 ? 0 : 4;
        if (ring) {
            for (int member = 0; member < 4; member++) {
                firms.add(first + member);
            }
        }
        while (firms.size() < (ring ? 6 : 7)) {
            int other = 8 + random.nextInt(FIRMS - 8);
            if (!firms.contains(other)) {
                firms.add(other);
            }
        }
        int winner = ring ? first + number / 3 % 4 : firms.get(random.nextInt(firms.size()));
        for (int firm : firms) {
            double spread = firm < 8 ? 0.01 : 0.2;
            double price = estimate * (0.9 + spread * random.nextDouble());
            bids.add(bid(number + "/" + firm, lot(number), firm(firm), Math.round(price), firm == winner));
        }
    }

    private void oddBids() {
        Map<String, Object> again =
                bid("again", lot(2), String.valueOf(bids.get(14).get("company")), 91_234_567_00L, false);
        again.put("round", 2);
        Map<String, Object> withdrawn = bid("withdrawn", lot(5), firm(0), 50_000_000_00L, false);
        withdrawn.put("withdrawn", true);
        Map<String, Object> invalid = bid("invalid", lot(5), firm(1), 40_000_000_00L, false);
        invalid.put("valid", false);
        Map<String, Object> unpriced = bid("unpriced", lot(8), firm(2), 0, false);
        unpriced.put("price", null);
        bids.addAll(
                List.of(again, withdrawn, invalid, unpriced, bid("nobody", lot(11), firm(3), 300_000_000_50L, false)));
        // Of a consortium the leader counts, though the award went to its member.
        bids.stream()
                .filter(row -> row.get("lot").equals(lot(14)) && Boolean.TRUE.equals(row.get("won")))
                .forEach(row -> row.put("member", MEMBER));
        for (String company : List.of(STRANGER, firm(0), firm(1))) {
            bids.add(bid("sealed " + company, SEALED, company, 77_000_000_00L + company.hashCode() % 1000, false));
        }
    }

    private static Map<String, Object> bid(String name, String lot, String company, long price, boolean won) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id("bid", name));
        row.put("lot", lot);
        row.put("company", company);
        row.put("price", price);
        row.put("won", won);
        row.put("award", id("awd", name));
        row.put("member", null);
        row.put("valid", true);
        row.put("withdrawn", false);
        row.put("round", 1);
        return row;
    }

    /** A table for the door, its lots in the order of their ids. */
    static List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("lot,bidder,price,currency,date,category,region,buyer,estimate,winner,valid");
        List<Record> rows = new ArrayList<>(
                TestEngine.driver().executableQuery(EXPORT).execute().records());
        rows.sort(Comparator.<Record, String>comparing(row -> row.get("lot").asString())
                .thenComparing(row -> row.get("round").asInt())
                .thenComparing(row -> row.get("bid").asString()));
        for (Record row : rows) {
            String fen = row.get("fen").isNull()
                    ? ""
                    : "%03d".formatted(row.get("fen").asLong());
            String price =
                    fen.isEmpty() ? "" : fen.substring(0, fen.length() - 2) + "." + fen.substring(fen.length() - 2);
            lines.add(String.join(
                    ",",
                    row.get("lot").asString(),
                    row.get("bidder").asString(),
                    price,
                    "CNY",
                    row.get("date").asString(),
                    "WORKS/WORKS",
                    row.get("region").asString(),
                    row.get("buyer").asString(),
                    "",
                    row.get("winner").asString(),
                    row.get("valid").asString()));
        }
        return lines;
    }

    static void run(String statement, Map<String, Object> parameters) {
        TestEngine.driver()
                .executableQuery(statement)
                .withParameters(parameters)
                .execute();
    }

    static long count(String statement) {
        return TestEngine.driver()
                .executableQuery(statement)
                .execute()
                .records()
                .get(0)
                .get(0)
                .asLong();
    }
}
