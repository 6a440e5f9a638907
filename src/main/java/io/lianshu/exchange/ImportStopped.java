package io.lianshu.exchange;

import io.lianshu.platform.refusal.Refusal;

/** An import that had to end early; what it wrote stays, and running it again is safe. */
public final class ImportStopped extends Refusal {

    ImportStopped(String chinese, String english) {
        super(
                "IMPORT_STOPPED",
                Kind.UNAVAILABLE,
                null,
                chinese + "。已写入的数据完整有效；恢复后用同一命令重新运行即可，不会重复。",
                english
                        + ". What was written is whole and stays; run the same command again, nothing will be doubled.");
    }
}
