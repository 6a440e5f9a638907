package io.lianshu.web;

import io.lianshu.platform.viewer.DemoMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The page and everything it loads, all from the program itself. Its policy forbids the browser to run, load or call
 * anything else; only styles may stand in the page, since the editor writes some there.
 */
record GraphiQlPage(DemoMode demo) {

    private static final String PATH = "/graphiql";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " font-src data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);

    RouterFunction<ServerResponse> routes() {
        RouterFunctions.Builder routes = RouterFunctions.route()
                .GET(
                        PATH,
                        request -> fresh(HTML)
                                .header("Content-Security-Policy", POLICY)
                                .header("Referrer-Policy", "no-referrer")
                                .bodyValue(own("page.html")))
                .GET(
                        PATH + "/demo",
                        request -> ServerResponse.ok()
                                .cacheControl(CacheControl.noStore())
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(Map.of("demo", demo.on())))
                .GET(PATH + "/page.css", request -> fresh(STYLE).bodyValue(own("page.css")))
                .GET(PATH + "/page.js", request -> fresh(SCRIPT).bodyValue(own("page.js")))
                .GET(PATH + "/session.js", request -> fresh(SCRIPT).bodyValue(own("session.js")));
        library(routes, "react", "umd/react.production.min.js", SCRIPT);
        library(routes, "react-dom", "umd/react-dom.production.min.js", SCRIPT);
        library(routes, "graphiql", "graphiql.min.js", SCRIPT);
        library(routes, "graphiql", "graphiql.min.css", STYLE);
        return routes.build();
    }

    /** A file that changes with its library's version alone, so a browser that has it need not be sent it again. */
    private static void library(RouterFunctions.Builder routes, String name, String path, MediaType type) {
        WebJar jar = WebJar.of(name);
        Resource file = jar.file(path);
        String tag = "W/\"" + jar.version() + "\"";
        routes.GET(
                PATH + "/" + file.getFilename(),
                request -> request.checkNotModified(tag)
                        .switchIfEmpty(Mono.defer(() -> fresh(type).eTag(tag).bodyValue(file))));
    }

    /** Browsers ask each time, so that a page never meets scripts of another version. */
    private static ServerResponse.BodyBuilder fresh(MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .header("X-Content-Type-Options", "nosniff");
    }

    private static Resource own(String name) {
        return new ClassPathResource("graphiql/" + name);
    }
}
