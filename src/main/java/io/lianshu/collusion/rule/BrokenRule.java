package io.lianshu.collusion.rule;

/** A file of a rule that cannot be used; the text names file, place, problem and remedy. */
public final class BrokenRule extends IllegalStateException {

    private static final long serialVersionUID = 1;

    BrokenRule(String file, String place, String chinese, String english) {
        super("规则文件 " + file + "，" + place + "：" + chinese + " / rule file " + file + ", " + place + ": " + english);
    }
}
