package io.lianshu.collusion;

import io.lianshu.platform.refusal.Refusal;
import java.util.List;

/** A table that cannot be analysed as a whole. */
final class TableRefused extends Refusal {

    private TableRefused(String code, String field, String chinese, String english) {
        super(code, Kind.BAD_REQUEST, field, chinese, english);
    }

    static TableRefused columnMissing(String file, String column, List<String> known) {
        return new TableRefused(
                "BIDS_COLUMN_MISSING",
                column,
                "%s：缺少列 %s；第 1 行应为列名，可用列：%s".formatted(file, column, String.join(",", known)),
                "%s: column %s is missing; line 1 must name the columns, of these: %s"
                        .formatted(file, column, String.join(",", known)));
    }

    static TableRefused columnTwice(String file, String column) {
        return new TableRefused(
                "BIDS_COLUMN_TWICE",
                column,
                "%s：列 %s 出现两次，请删去一列".formatted(file, column),
                "%s: column %s stands there twice, take one away".formatted(file, column));
    }

    static TableRefused notWritable(String place, String why) {
        return new TableRefused(
                "SCREEN_OUT_NOT_WRITABLE",
                "--out",
                "%s 无法写入（%s），请换一个目录或释放空间".formatted(place, why),
                "%s cannot be written (%s); name another directory or make room".formatted(place, why));
    }
}
