package io.lianshu.demo;

import java.util.List;

/** What the law and the district lay down for trading, as of April 2025. */
final class RuleSample {

    private static final String LAW = "招标投标法";
    private static final String LAW_ENGLISH = "Tendering and Bidding Law";
    private static final String REGULATION = "招标投标法实施条例";
    private static final String REGULATION_ENGLISH = "Implementing Regulation of the Tendering and Bidding Law";
    private static final String PROCUREMENT = "政府采购法实施条例";
    private static final String PROCUREMENT_ENGLISH = "Implementing Regulation of the Government Procurement Law";
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String VALID_FROM = "2012-02-01";

    private final Table rules = Table.of(
            "trading-rules",
            "code",
            "kind",
            "category",
            "phase",
            "mandatoryOnly",
            "value",
            "unit",
            "article",
            "articleEnglish",
            "validFrom",
            "validTo",
            "policy",
            "permit");

    RuleSample() {
        law("BID_PERIOD", true, 20, "DAY", 24);
        law("CLARIFICATION", true, 15, "DAY", 23);
        regulation("DOCUMENT_SALE", 5, "DAY", 16);
        law("LEAST_BIDDERS", false, 3, "COUNT", 28);
        law("COMMITTEE_SIZE", true, 5, "COUNT", 37);
        law("COMMITTEE_EXPERTS", true, 66.6, "PERCENT", 37);
        regulation("MOST_CANDIDATES", 3, "COUNT", 53);
        regulation("PUBLICITY_START", 3, "DAY", 54);
        regulation("PUBLICITY", 3, "DAY", 54);
        law("CONTRACT", false, 30, "DAY", 46);
        regulation("DEPOSIT", 2, "PERCENT", 26);
        regulation("REFUND", 5, "DAY", 57);
        regulation("PERFORMANCE_BOND", 10, "PERCENT", 58);
        regulation("OBJECTION_DOCUMENTS", 10, "DAY", 22);
        regulation("OBJECTION_REPLY", 3, "DAY", 54);
        regulation("COMPLAINT_FILING", 10, "DAY", 60);
        regulation("COMPLAINT_ACCEPTANCE", 3, "WORKING_DAY", 61);
        regulation("COMPLAINT_DECISION", 30, "WORKING_DAY", 61);
        add(
                "GZ-CG-DEPOSIT",
                "DEPOSIT",
                "PROCUREMENT",
                false,
                2,
                "PERCENT",
                PROCUREMENT + "第三十三条",
                article(PROCUREMENT_ENGLISH, 33));
        add(
                "GZ-CG-REFUND",
                "REFUND",
                "PROCUREMENT",
                false,
                5,
                "WORKING_DAY",
                PROCUREMENT + "第三十三条",
                article(PROCUREMENT_ENGLISH, 33));
        rules.put(
                "code", "GZ-STATION-SCORE",
                "kind", "STATION_SCORE",
                "mandatoryOnly", false,
                "value", 60,
                "unit", "COUNT",
                "article", "望潮区公共资源交易限额标准",
                "articleEnglish", "Limits of trading in the district",
                "validFrom", "2024-01-01",
                "policy", CentreSample.LIMITS);
        rules.put(
                "code", "GZ-ANNUAL-CREDIT",
                "kind", "ANNUAL_CREDIT",
                "mandatoryOnly", false,
                "value", 2,
                "unit", "COUNT",
                "article", "望潮区建设工程年度投标保证金管理办法（试行）",
                "articleEnglish", "Rules of the district on annual deposits",
                "validFrom", "2024-04-01",
                "policy", CentreSample.RULES);
        for (String phase : List.of("SURVEY", "DESIGN", "SUPERVISION", "WORKS")) {
            for (String permit : List.of("WC-SP-103", "WC-SP-201", "WC-SP-202")) {
                rules.put(
                        "code",
                        "GZ-PERMIT-" + phase + "-" + permit.substring(6),
                        "kind",
                        "PERMIT",
                        "category",
                        "ENGINEERING",
                        "phase",
                        phase,
                        "mandatoryOnly",
                        true,
                        "article",
                        "望潮区公共资源交易限额标准",
                        "articleEnglish",
                        "Limits of trading in the district",
                        "validFrom",
                        "2024-01-01",
                        "policy",
                        CentreSample.LIMITS,
                        "permit",
                        permit);
            }
        }
    }

    List<Table> tables() {
        return List.of(rules);
    }

    private void law(String kind, boolean mandatory, double value, String unit, int number) {
        add(
                "GZ-" + kind.replace('_', '-'),
                kind,
                "",
                mandatory,
                value,
                unit,
                chinese(LAW, number),
                article(LAW_ENGLISH, number));
    }

    private void regulation(String kind, double value, String unit, int number) {
        add(
                "GZ-" + kind.replace('_', '-'),
                kind,
                "",
                false,
                value,
                unit,
                chinese(REGULATION, number),
                article(REGULATION_ENGLISH, number));
    }

    private static String article(String law, int number) {
        return law + ", article " + number;
    }

    /** 第二十四条, as the law counts its articles. */
    private static String chinese(String law, int number) {
        int tens = number / 10;
        int ones = number % 10;
        return law + "第"
                + (tens > 1 ? DIGITS.substring(tens, tens + 1) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? DIGITS.substring(ones, ones + 1) : "")
                + "条";
    }

    private void add(
            String code,
            String kind,
            String category,
            boolean mandatory,
            double value,
            String unit,
            String article,
            String english) {
        rules.put(
                "code", code,
                "kind", kind,
                "category", category,
                "mandatoryOnly", mandatory,
                "value", value,
                "unit", unit,
                "article", article,
                "articleEnglish", english,
                "validFrom", VALID_FROM);
    }
}
