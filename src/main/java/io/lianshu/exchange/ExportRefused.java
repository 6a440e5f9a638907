package io.lianshu.exchange;

import io.lianshu.platform.refusal.Refusal;

/** An export that cannot be made as asked; a file that was there is left as it was. */
final class ExportRefused extends Refusal {

    ExportRefused(String what, String chinese, String english) {
        super("EXPORT_REFUSED", Kind.BAD_REQUEST, null, what + "：" + chinese, what + ": " + english);
    }
}
