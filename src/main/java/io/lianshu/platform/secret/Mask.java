package io.lianshu.platform.secret;

import io.lianshu.platform.identifier.Sha256;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Patterns under which personal values leave the hub (脱敏). A value too short for its pattern is hidden whole. */
public enum Mask {
    /** 张*三 or 张*; the name of an organisation stays as it is. */
    NAME {
        @Override
        public String apply(String plain) {
            String name = plain.strip();
            int length = name.codePointCount(0, name.length());
            if (ORGANISATION.matcher(name).find()) {
                return name;
            }
            return switch (length) {
                case 0, 1 -> "*";
                case 2 -> start(name, 1) + "*";
                default -> start(name, 1) + "*" + end(name, 1);
            };
        }
    },
    /** 330***********0014. */
    IDENTITY_NUMBER {
        @Override
        public String apply(String plain) {
            return middleHidden(plain, 12);
        }
    },
    /** 138****1234. */
    PHONE {
        @Override
        public String apply(String plain) {
            return middleHidden(plain, 11);
        }
    },
    /** ****1234. */
    ACCOUNT {
        @Override
        public String apply(String plain) {
            return plain.codePointCount(0, plain.length()) < 8 ? "****" : "****" + end(plain, 4);
        }
    },
    /** l***@office.example. */
    EMAIL {
        @Override
        public String apply(String plain) {
            int at = plain.indexOf('@');
            return at < 1
                    ? "*".repeat(plain.codePointCount(0, plain.length()))
                    : start(plain, 1) + "***" + plain.substring(at);
        }
    },
    /** 设备#a91c: the first two bytes of a keyed hash; of a text that is none, of its hash. */
    FINGERPRINT {
        @Override
        public String apply(String plain) {
            return "设备#" + HexFormat.of().formatHex(hashOf(plain), 0, 2);
        }
    };

    private static final Pattern ORGANISATION = Pattern.compile("(公司|集团|合作社|事务所|有限合伙）|有限合伙\\)|委员会|株式会社|有限会社)"
            + "|.{4,}(厂|店|院|所|局|部|会|行|站|处|校|队|馆|中心)$"
            + "|(?i)\\b(ltd|limited|inc|llc|gmbh|company|corporation)\\.?$");
    private static final Pattern KEYED_HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

    public abstract String apply(String plain);

    private static String middleHidden(String plain, int shortest) {
        int length = plain.codePointCount(0, plain.length());
        return length < shortest ? "*".repeat(length) : start(plain, 3) + "*".repeat(length - 7) + end(plain, 4);
    }

    private static String start(String text, int characters) {
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static String end(String text, int characters) {
        return text.substring(text.offsetByCodePoints(text.length(), -characters));
    }

    private static byte[] hashOf(String text) {
        if (KEYED_HASH.matcher(text).matches()) {
            return Base64.getUrlDecoder().decode(text);
        }
        return Sha256.of(text);
    }
}
