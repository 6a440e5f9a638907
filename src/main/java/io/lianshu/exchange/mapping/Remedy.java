package io.lianshu.exchange.mapping;

/** What to do about something that is wrong with a row. */
public record Remedy(String chinese, String english) {

    static final Remedy CORRECT = new Remedy("更正单元格", "correct the cell");

    Remedy with(String moreChinese, String moreEnglish) {
        return new Remedy(chinese + moreChinese, english + moreEnglish);
    }
}
