package io.lianshu.platform.read;

import io.lianshu.platform.identifier.NodeId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A small random workshop: few different values, so that orders have ties, and many absent ones. */
final class SampleGraph {

    static final OffsetDateTime NOW = OffsetDateTime.of(2026, 3, 1, 9, 0, 0, 0, ZoneOffset.ofHours(8));
    static final Map<String, String> KINDS =
            Map.of("Thing", "thg", "Maker", "mkr", "Place", "plc", "Note", "nte", "Bolt", "blt", "Plate", "plt");
    /** Texts in which every part can be found again; none is a part of a statement. */
    static final List<String> WORDS = List.of("甲乙丙", "乙丙丁", "丙丁", "丁戊己庚", "辛壬", "癸", "甲乙丙丁戊己", "Ω乙", "😀丙", "ﬀ丁");

    final long seed;
    final List<SampleNode> nodes = new ArrayList<>();
    final List<SampleEdge> edges = new ArrayList<>();
    /** Ids that the database gave to the relations, which break the last ties. */
    final Map<SampleEdge, String> elementIds = new IdentityHashMap<>();

    private final Random random;

    SampleGraph(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        several("Place", 2 + random.nextInt(4), this::place);
        several("Maker", 2 + random.nextInt(4), this::maker);
        several("Thing", 6 + random.nextInt(12), this::thing);
        several("Note", 2 + random.nextInt(6), this::note);
        several("Bolt", 1 + random.nextInt(6), this::bolt);
        several("Plate", 1 + random.nextInt(4), this::plate);
        connect();
    }

    List<SampleNode> of(String type) {
        return nodes.stream().filter(node -> node.type().equals(type)).toList();
    }

    SampleNode byId(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElse(null);
    }

    /** One more thing with an order among the others that nobody knows beforehand. */
    SampleNode add(String type) {
        several(type, 1, type.equals("Thing") ? this::thing : this::maker);
        return nodes.get(nodes.size() - 1);
    }

    void remove(SampleNode node) {
        nodes.remove(node);
        edges.removeIf(edge -> edge.from().equals(node) || edge.to().equals(node));
    }

    private void several(String type, int count, Supplier<Map<String, Object>> values) {
        for (int index = 0; index < count; index++) {
            String id = NodeId.of(KINDS.get(type), List.of(String.valueOf(seed), String.valueOf(random.nextLong())));
            Map<String, Object> given = values.get();
            given.values().removeIf(value -> value == Absent.VALUE);
            nodes.add(new SampleNode(type, id, given));
        }
    }

    private enum Absent {
        VALUE
    }

    private Object maybe(Object value) {
        return random.nextInt(4) == 0 ? Absent.VALUE : value;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String name() {
        return one(WORDS.subList(0, 7)) + (random.nextBoolean() ? "" : one(WORDS.subList(0, 7)));
    }

    private Object sort() {
        return one(List.of("ONE", "TWO"));
    }

    private BigDecimal money() {
        return one(List.of("0.00", "0.01", "-0.05", "12.50", "1250000.00", "99999999999.99", "3.33"))
                .transform(BigDecimal::new);
    }

    private Double weight() {
        return (random.nextInt(9) - 4) * 0.75 + 0.25;
    }

    private LocalDate date() {
        return LocalDate.of(2023 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(2));
    }

    private OffsetDateTime time() {
        return NOW.plusHours(random.nextInt(12) * 24L * 40 - 24L * 240)
                .plusNanos(random.nextInt(3) * 250_000L)
                .plusSeconds(random.nextInt(2));
    }

    private int serial;

    private Map<String, Object> thing() {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("name", name());
        v.put("code", maybe(one(WORDS)));
        v.put("serial", serial += 1 + random.nextInt(2));
        v.put("stock", maybe(random.nextInt(4)));
        v.put("volume", maybe(one(List.of(0L, 5L, -7L, 3_000_000_000L, 1L << 53, (1L << 53) + 1))));
        v.put("weight", maybe(weight()));
        v.put("ratio", weight());
        v.put("price", maybe(money()));
        v.put("cost", money());
        v.put("madeOn", maybe(date()));
        v.put("soldAt", maybe(time()));
        v.put("seenAt", time());
        v.put("good", maybe(random.nextBoolean()));
        v.put("checked", random.nextBoolean());
        v.put("mood", maybe(one(List.of("GLAD", "CALM", "SAD"))));
        v.put("sort", maybe(sort()));
        v.put("tags", random.nextInt(3) == 0 ? List.of() : List.of(one(WORDS), one(WORDS)));
        v.put("marks", maybe(List.of(one(WORDS))));
        v.put("spot", maybe(new double[] {29.8 + random.nextInt(4) * 0.01, 121.5 + random.nextInt(4) * 0.013}));
        v.put("legacy", maybe(one(WORDS)));
        v.put("secret", maybe(one(List.of("330203199001010014", "330203198502020025", "甲乙"))));
        v.put("token", maybe(one(WORDS)));
        v.put("nick", maybe(one(List.of("张三", "李小四", "甲乙建设有限公司", "王"))));
        v.put("remark", maybe(one(WORDS)));
        v.put("promised", random.nextInt(8) == 0 ? Absent.VALUE : one(WORDS));
        return v;
    }

    private Map<String, Object> maker() {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("name", name());
        v.put("code", "码" + one(WORDS));
        v.put("size", maybe(random.nextInt(3)));
        v.put("founded", date());
        v.put("income", maybe(money()));
        v.put("phone", maybe(one(List.of("13800001234", "057412345678", "短"))));
        v.put("sort", sort());
        return v;
    }

    private Map<String, Object> place() {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("name", name());
        v.put("shown", random.nextInt(3) > 0);
        v.put("opened", maybe(time()));
        return v;
    }

    private Map<String, Object> note() {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("text", one(WORDS));
        v.put("stars", maybe(random.nextInt(3)));
        v.put("openAt", maybe(time()));
        return v;
    }

    private Map<String, Object> bolt() {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("code", one(WORDS));
        v.put("size", maybe(random.nextInt(4)));
        return v;
    }

    private Map<String, Object> plate() {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("code", maybe(one(WORDS)));
        v.put("area", maybe(weight()));
        v.put("coated", maybe(random.nextBoolean()));
        return v;
    }

    private void connect() {
        List<SampleNode> things = of("Thing");
        List<SampleNode> makers = of("Maker");
        List<SampleNode> places = of("Place");
        for (SampleNode thing : things) {
            attach(thing);
            link("STARS", thing, one(nodes.stream().filter(NaiveRules::isNamed).toList()), 2);
            some(things, 3).forEach(other -> edges.add(new SampleEdge("NEXT", thing, other, Map.of())));
            some(nodes.stream().filter(NaiveRules::isNamed).toList(), 3)
                    .forEach(other -> edges.add(new SampleEdge("RIVALS", thing, other, Map.of())));
        }
        for (SampleNode maker : makers) {
            link("AT", maker, one(places), 2);
            some(things, 5).forEach(thing -> edges.add(new SampleEdge("LIKES", maker, thing, Map.of())));
        }
        of("Note").forEach(note -> link("NOTED", one(random.nextInt(3) == 0 ? makers : things), note, 5));
        of("Bolt").forEach(bolt -> link("HAS", one(things), bolt, 4));
        of("Plate").forEach(plate -> {
            link("HAS", one(things), plate, 4);
            some(of("Bolt"), 4).forEach(bolt -> edges.add(new SampleEdge("HOLDS", plate, bolt, Map.of())));
        });
        places.forEach(place -> link("WITHIN", place, one(places), 1));
    }

    /** Gives a new thing its maker, several times over, and its place. */
    void attach(SampleNode thing) {
        SampleNode maker = one(of("Maker"));
        for (int times = random.nextInt(4); times > 0; times--) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("since", maybe(date()));
            values.put("share", weight());
            values.put("role", maybe(sort()));
            values.values().removeIf(value -> value == Absent.VALUE);
            edges.add(new SampleEdge("MADE", maker, thing, values));
        }
        link("AT", thing, one(of("Place")), 9);
    }

    private void link(String relation, SampleNode from, SampleNode to, int oneMissingIn) {
        if (random.nextInt(oneMissingIn + 1) > 0) {
            edges.add(new SampleEdge(relation, from, to, Map.of()));
        }
    }

    private List<SampleNode> some(List<SampleNode> from, int most) {
        List<SampleNode> result = new ArrayList<>(from);
        java.util.Collections.shuffle(result, random);
        return result.subList(0, Math.min(result.size(), random.nextInt(most + 1)));
    }
}
