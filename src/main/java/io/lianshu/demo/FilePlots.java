package io.lianshu.demo;

import java.util.ArrayList;
import java.util.List;

/** One hand in two files: 条例 40(1), 40(4) and 40(5), and what only looks like it. */
final class FilePlots {

    private final PlotGround ground;

    FilePlots(PlotGround ground) {
        this.ground = ground;
    }

    void plant() {
        sharedDevices(
                "same-machine",
                List.of("MAC", "CPU", "DISK"),
                "网卡、处理器、硬盘三项特征码全部相同",
                "network card, processor and disk all equal");
        sharedDevices("same-lock", List.of("DONGLE"), "计价软件加密锁序列号相同", "one pricing-software dongle made both");
        sharedDevices("same-file-code", List.of("FILE_CODE"), "文件创建标识码相同", "one file-creation code");
        sameFields(
                "same-author", List.of("author", "lastModifiedBy"), "文件作者与最后修改者相同", "same author and same last editor");
        sameFields("same-file", List.of("sha256", "size"), "投标文件哈希值相同", "the files are equal byte for byte");
        alike();
        named();
        sealed();
        terminal();
        oneComponent();
    }

    private void sharedDevices(String kind, List<String> parts, String chinese, String english) {
        Scene scene = ground.scenes().next();
        List<String> evidence = new ArrayList<>(documents(scene));
        for (String part : parts) {
            String value = device(scene.document(0), part);
            evidence.add("Device " + part + " " + value);
            setDevice(scene.document(1), part, value, "false");
        }
        ground.truth().guilty("40(1)", kind, scene.lots(), scene.companies(2), evidence, chinese, english);
    }

    private void sameFields(String kind, List<String> columns, String chinese, String english) {
        Scene scene = ground.scenes().next();
        Table documents = ground.table("bid-documents");
        int from = row(scene.document(0));
        for (String column : columns) {
            documents.set(row(scene.document(1)), column, documents.cell(from, column));
        }
        ground.truth().guilty("40(1)", kind, scene.lots(), scene.companies(2), documents(scene), chinese, english);
    }

    private void alike() {
        Scene scene = ground.scenes().next();
        ground.table("similar-bids")
                .put(
                        "bidNo",
                        scene.bid(0),
                        "other",
                        scene.bid(1),
                        "text",
                        "0.97",
                        "price",
                        "0.94",
                        "boq",
                        "0.98",
                        "method",
                        "simhash");
        ground.truth()
                .guilty(
                        "40(4)",
                        "alike-documents",
                        scene.lots(),
                        scene.companies(2),
                        List.of("Bid " + scene.bid(0), "Bid " + scene.bid(1)),
                        "投标文件与已标价清单异常一致",
                        "files and priced bills are abnormally alike");
    }

    private void named() {
        Scene scene = ground.scenes().next();
        ground.table("document-mentions")
                .put("documentNo", scene.document(0), "page", 41, "kind", "TABLE", "named", scene.company(1));
        mixed("document-names-rival", scene, "一家的投标文件中出现另一投标人名称", "one's file names the other");
    }

    private void sealed() {
        Scene scene = ground.scenes().next();
        ground.table("document-mentions")
                .put("documentNo", scene.document(0), "page", 88, "kind", "SEAL", "sealer", scene.company(1));
        mixed("sealed-by-rival", scene, "一家的投标文件盖有另一投标人印章", "one's file bears the other's seal");
    }

    private void mixed(String kind, Scene scene, String chinese, String english) {
        List<String> evidence = List.of("BidDocument " + scene.document(0), "Company " + scene.company(1));
        ground.truth().guilty("40(5)", kind, scene.lots(), scene.companies(2), evidence, chinese, english);
    }

    private void terminal() {
        Scene scene = ground.scenes().next();
        List<String> evidence = new ArrayList<>();
        for (int actor = 0; actor < 3; actor++) {
            String document = scene.document(actor);
            evidence.add("BidDocument " + document);
            Table devices = ground.table("bid-devices");
            devices.rows()
                    .removeIf(row ->
                            row.get(devices.header().indexOf("documentNo")).equals(document)
                                    && row.get(devices.header().indexOf("kind")).equals("CPU"));
            setDevice(document, "MAC", BidMarks.HALL_TERMINAL, "true");
            setDevice(document, "DISK", BidMarks.HALL_DISK, "true");
        }
        ground.truth()
                .innocent(
                        "40(1)",
                        "public-terminal",
                        scene.lots(),
                        scene.companies(3),
                        evidence,
                        "在交易中心公共终端制作文件",
                        "files made at the public terminal of the hall");
    }

    private void oneComponent() {
        Scene scene = ground.scenes().next();
        String processor = device(scene.document(0), "CPU");
        setDevice(scene.document(1), "CPU", processor, "false");
        List<String> evidence = new ArrayList<>(documents(scene));
        evidence.add("Device CPU " + processor);
        ground.truth()
                .innocent(
                        "40(1)",
                        "one-component",
                        scene.lots(),
                        scene.companies(2),
                        evidence,
                        "仅处理器序列号相同（同型号设备）",
                        "only the processor's number is equal, as in machines of one make");
    }

    private static List<String> documents(Scene scene) {
        return List.of("BidDocument " + scene.document(0), "BidDocument " + scene.document(1));
    }

    private int row(String document) {
        return ground.made().rowsOf("bid-documents", "documentNo", document).get(0);
    }

    /** The value of a part with which a file was made; a code of its making is given to a file that has none. */
    private String device(String document, String kind) {
        Table devices = ground.table("bid-devices");
        return ground.made().rowsOf("bid-devices", "documentNo", document).stream()
                .filter(row -> devices.cell(row, "kind").equals(kind))
                .map(row -> devices.cell(row, "value"))
                .findFirst()
                .orElseGet(() -> {
                    String value = "FC-" + ground.draws().hex(16);
                    setDevice(document, kind, value, "false");
                    return value;
                });
    }

    private void setDevice(String document, String kind, String value, String hall) {
        Table devices = ground.table("bid-devices");
        List<Integer> rows = ground.made().rowsOf("bid-devices", "documentNo", document).stream()
                .filter(row -> devices.cell(row, "kind").equals(kind))
                .toList();
        if (rows.isEmpty()) {
            devices.put("documentNo", document, "kind", kind, "value", value, "publicTerminal", hall);
            Table documents = ground.table("bid-documents");
            int file = row(document);
            String tool = documents.cell(file, "toolVersion");
            documents.set(file, "toolVersion", tool.substring(0, tool.lastIndexOf(' ') + 1) + BidMarks.CODED);
        }
        rows.forEach(row -> {
            devices.set(row, "value", value);
            devices.set(row, "publicTerminal", hall);
        });
    }
}
