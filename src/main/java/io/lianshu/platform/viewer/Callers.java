package io.lianshu.platform.viewer;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Finds out on whose behalf a request is made. */
@Component
public class Callers {

    private final DemoViewers demoViewers;

    Callers(DemoViewers demoViewers) {
        this.demoViewers = demoViewers;
    }

    /**
     * The viewer, speaking the caller's language; the public when the request does not say who asks.
     *
     * @throws io.lianshu.platform.refusal.Refusal when it names a viewer that is none, or may not name one
     */
    public Viewer viewer(HttpHeaders headers) {
        String slug = headers.getFirst(DemoViewers.HEADER);
        return (slug == null ? Viewer.PUBLIC : demoViewers.named(slug)).speaking(CallerLanguage.of(headers));
    }
}
