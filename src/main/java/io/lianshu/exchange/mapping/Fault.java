package io.lianshu.exchange.mapping;

/**
 * What is wrong with a row, and what to do about it; never the value itself.
 *
 * @param code stable, upper case with underscores
 */
public record Fault(String code, String chinese, String english, String chineseRemedy, String englishRemedy) {

    Fault(String code, String chinese, String english, Remedy remedy) {
        this(code, chinese, english, remedy.chinese(), remedy.english());
    }
}
