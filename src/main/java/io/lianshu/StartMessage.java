package io.lianshu;

import io.lianshu.engine.EngineSettings;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.GraphServer;
import io.lianshu.platform.viewer.DemoMode;
import io.lianshu.platform.viewer.Role;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in a few lines where the hub is and on what it works. */
@Component
class StartMessage {

    private static final Logger log = LoggerFactory.getLogger("lianshu");

    private final GraphServer server;
    private final GraphReadiness readiness;
    private final EngineSettings settings;
    private final DemoMode mode;

    StartMessage(GraphServer server, GraphReadiness readiness, EngineSettings settings, DemoMode mode) {
        this.server = server;
        this.readiness = readiness;
        this.settings = settings;
        this.mode = mode;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof ReactiveWebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        Duration taken = event.getTimeTaken();
        String address = "http://localhost:" + web.getWebServer().getPort();
        log.info("联枢已启动 / Lianshu is serving ({} ms)", taken == null ? "?" : taken.toMillis());
        log.info("  接口 / API        {}/graphql", address);
        log.info("  试用 / GraphiQL   {}/graphiql", address);
        log.info("  状态 / health     {}/actuator/health", address);
        if (server.embedded()) {
            log.info("  数据 / data       {}", settings.data());
        }
        log.info(
                "  图库 / graph      {} {}{}",
                server.embedded() ? "内置 / embedded" : "外部 / external",
                server.address(),
                readiness
                        .obstacle()
                        .map(why -> "，" + why.message(false) + " / " + why.english())
                        .orElse(""));
        log.info("  演示 / demo       {}", mode.on() ? "开 / on" : "关 / off");
        if (mode.on()) {
            log.info("  账号 / accounts   {}，密码 / password: demo", Role.slugs(" "));
        }
    }
}
