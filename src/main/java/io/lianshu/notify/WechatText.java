package io.lianshu.notify;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand in a field of a message; WeChat takes a message only when every field is of its kind and length. */
enum WechatText {
    /** 逾期：困难1、办件2. */
    SUMMARY("thing") {
        @Override
        String of(Delivery delivery) {
            return cut(delivery.brief().summary(), LONGEST_THING);
        }
    },
    /** 甲项目等3个. */
    PROJECTS("thing") {
        @Override
        String of(Delivery delivery) {
            Digest.Brief brief = delivery.brief();
            String more = brief.projects() > 1 ? "等%d个".formatted(brief.projects()) : "";
            return cut(brief.project(), LONGEST_THING - more.length()) + more;
        }
    },
    /** How many visits, or overdue things. */
    COUNT("number") {
        @Override
        String of(Delivery delivery) {
            return String.valueOf(delivery.brief().things());
        }
    },
    /** The day of the digest. */
    DAY("date|time") {
        @Override
        String of(Delivery delivery) {
            return DAY_OF_YEAR.format(delivery.at());
        }
    };

    private static final int LONGEST_THING = 20;
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final String fields;

    WechatText(String fields) {
        this.fields = fields;
    }

    abstract String of(Delivery delivery);

    /** Kinds of fields in which it may stand. */
    String fields() {
        return fields;
    }

    boolean fits(String field) {
        return field.matches("(" + fields + ")\\d{1,3}");
    }

    /** Shortened to so many UTF-16 units, which are never fewer than characters; no character is cut in two. */
    static String cut(String text, int most) {
        String plain = CONTROL.matcher(text).replaceAll(" ").strip();
        if (plain.length() <= most) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(most - 2)) ? most - 2 : most - 1;
        return plain.substring(0, end) + "…";
    }
}
