package io.lianshu.collusion.casework;

import io.lianshu.platform.refusal.Refusal;

/** Why a dossier is not given out. */
final class DossierRefused {

    private DossierRefused() {}

    static Refusal format() {
        return Refusal.badInput("BAD_PARAMETER", "format", "format：应为 docx 或 pdf", "format: must be docx or pdf");
    }

    /** A case that the viewer may not see is the same as one that is not there. */
    static Refusal unknown() {
        return new Refusal("NOT_FOUND", Refusal.Kind.NOT_FOUND, "id", "没有此案件", "There is no such case");
    }

    static Refusal nobody() {
        return new Refusal(
                "NOT_SIGNED_IN",
                Refusal.Kind.UNAUTHENTICATED,
                null,
                "请先登录再导出卷宗",
                "Log in before you ask for a dossier");
    }

    static Refusal notAllowed() {
        return new Refusal(
                "NOT_ALLOWED",
                Refusal.Kind.FORBIDDEN,
                null,
                "您的角色不能导出卷宗，请联系办案人员",
                "Your role may not take dossiers out; ask a case officer");
    }

    static Refusal busy() {
        return new Refusal(
                "DOSSIERS_BUSY",
                Refusal.Kind.TOO_MUCH,
                null,
                "正在导出的卷宗过多，请稍后再试",
                "Too many dossiers are being written; ask again shortly");
    }
}
