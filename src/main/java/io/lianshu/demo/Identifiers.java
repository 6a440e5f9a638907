package io.lianshu.demo;

/** Makes identifiers whose check digits hold and that the sample's own region number keeps apart from real ones. */
final class Identifiers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Identifiers() {}

    /**
     * A unified social credit code by GB 32100-2015, with the organisation's own check digit by GB 11714.
     *
     * @param authority registrar and class: 91 a company, 11 a public body
     * @param serial eight characters of the organisation's number
     */
    static String creditCode(String authority, String region, String serial) {
        int organisation = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            organisation += Character.digit(serial.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int rest = 11 - organisation % 11;
        String body = authority + region + serial + (rest == 10 ? "X" : String.valueOf(rest % 11));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /**
     * An identity number by GB 11643.
     *
     * @param birthday eight digits
     * @param serial three digits
     */
    static String identityNumber(String region, String birthday, String serial) {
        String body = region + birthday + serial;
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * PERSON_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
