package io.lianshu.exchange;

import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;

/** What is said of two nodes that cannot be made one, or of a merge that cannot be taken back. */
final class MergeRefusals {

    private MergeRefusals() {}

    static Refusal badId(NodeType type, String field) {
        return Refusal.badInput(
                "BAD_ID",
                field,
                field + " 不是 " + type.name() + " 的编号，请使用查询返回的 id",
                field + " is no id of a " + type.name() + "; use an id that a query returned");
    }

    static Refusal sameNode() {
        return Refusal.badInput(
                "SAME_NODE",
                Edits.DUPLICATE,
                "两个编号相同，请给出另一个对象的编号",
                "both ids are the same; give the id of the other one");
    }

    static Refusal reasonMissing() {
        return Refusal.badInput(
                "REQUIRED_MISSING", Edits.REASON, "reason 请写明理由，以备核查", "reason: say why, for those who check it later");
    }

    static Refusal notFound(NodeType type, String field) {
        return new Refusal(
                "NOT_FOUND",
                Kind.NOT_FOUND,
                field,
                "没有此编号的 " + type.name() + "，请核对",
                "there is no " + type.name() + " with this id; check it");
    }

    /** It is there no more, and another stands for it, which the payload shows. */
    static Refusal merged(String field) {
        return new Refusal(
                "MERGED",
                Kind.CONFLICT,
                field,
                "它已合并到另一个对象，请改用所示对象",
                "it was merged into another; use the one that is shown");
    }

    static Refusal notMerged() {
        return new Refusal(
                "NOT_MERGED",
                Kind.CONFLICT,
                Edits.DUPLICATE,
                "它没有合并到此对象；合并过的编号见 history",
                "it was not merged into this one; history names what was");
    }

    static Refusal laterMerge() {
        return new Refusal(
                "LATER_MERGE",
                Kind.CONFLICT,
                Edits.DUPLICATE,
                "此后与之相关的对象又有合并，请先撤销后来的合并",
                "something it was tied to was merged since; take the later merge back first");
    }
}
