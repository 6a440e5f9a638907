package io.lianshu.notify;

import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Transaction;

/** Messages that people accept in WeChat, each for their own account. */
@OwnsItsThread
final class SubscribeGraph implements ClientCommand {

    private static final String ACCEPT = CypherCatalog.statement("notify", "accept-messages");
    private static final String MUTATION = "acceptSubscribeMessages";
    private static final String TEMPLATES = "templates";
    /** As many as {@code wx.requestSubscribeMessage} asks for at once. */
    private static final int MOST_TEMPLATES = 3;
    /** Whoever taps more often than messages are sent need not be counted for ever. */
    private static final int MOST_ACCEPTED = 100;

    private final WechatSettings settings;

    SubscribeGraph(WechatSettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(MUTATION);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String person = call.viewer().personId();
        if (person == null) {
            return CommandOutcome.noPerson();
        }
        List<?> templates = call.input().get(TEMPLATES) instanceof List<?> given ? given : List.of();
        if (templates.isEmpty() || templates.size() > MOST_TEMPLATES) {
            return CommandOutcome.refused(
                    "BAD_VALUE",
                    TEMPLATES,
                    "templates：应为 1 到 " + MOST_TEMPLATES + " 个模板编号",
                    "templates: must be 1 to " + MOST_TEMPLATES + " ids of templates");
        }
        Set<DigestKind> accepted = new HashSet<>();
        for (Object template : templates) {
            Set<DigestKind> kinds = settings.kinds(String.valueOf(template));
            if (kinds.isEmpty()) {
                return CommandOutcome.refused(
                        "BAD_VALUE",
                        TEMPLATES,
                        "templates：有的不是本系统所用的模板，请与管理员核对模板编号",
                        "templates: one is none that this hub uses; compare the ids with the administrator");
            }
            accepted.addAll(kinds);
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("account", call.viewer().name());
        parameters.put("most", MOST_ACCEPTED);
        parameters.put("now", call.now());
        for (DigestKind kind : DigestKind.values()) {
            parameters.put(ReceiverGraph.accepted(kind), accepted.contains(kind) ? 1 : 0);
        }
        return transaction.run(ACCEPT, parameters).list().isEmpty()
                ? CommandOutcome.refused(
                        "WECHAT_NOT_LINKED",
                        null,
                        "您的账号没有绑定微信，请先用微信登录一次",
                        "no WeChat user is linked to your account; log in by WeChat first")
                : CommandOutcome.done(person, List.of());
    }
}
