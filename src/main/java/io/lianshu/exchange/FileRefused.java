package io.lianshu.exchange;

import io.lianshu.platform.refusal.Refusal;

/** A file that cannot be imported as a whole. */
final class FileRefused extends Refusal {

    FileRefused(String file, String chinese, String english) {
        super("IMPORT_FILE_UNREADABLE", Kind.BAD_REQUEST, null, file + "：" + chinese, file + ": " + english);
    }
}
