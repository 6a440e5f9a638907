package io.lianshu.collusion.rule;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.lianshu.platform.feed.FeedAudience;
import io.lianshu.platform.feed.FeedEntry;
import io.lianshu.platform.feed.FeedSubscriptions;
import io.lianshu.platform.feed.FeedUpdate;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.read.PayloadReads;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import reactor.core.publisher.Mono;

/** The subscription {@code riskSignals}: what the rules found, each hit read as the viewer at that moment. */
final class SignalFields implements RuntimeWiringConfigurer {

    private static final String FIELD = "riskSignals";
    private static final String UPDATE = "SignalUpdate";
    private static final String SIGNAL = "signal";
    private static final String TYPE = "CollusionSignal";
    private static final Set<Role> LISTENERS = Set.of(Role.SUPERVISOR, Role.ANALYST, Role.CASE_OFFICER);

    private final FeedSubscriptions subscriptions;
    private final PayloadReads reads;

    SignalFields(FeedSubscriptions subscriptions, PayloadReads reads) {
        this.subscriptions = subscriptions;
        this.reads = reads;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        subscriptions.wire(wiring, FIELD, UPDATE, this::audience);
        wiring.type(UPDATE, update -> update.dataFetcher(SIGNAL, this::signal));
    }

    private FeedAudience audience(DataFetchingEnvironment environment) {
        required(FeedSubscriptions.viewer(environment));
        reads.check(environment, UPDATE, Map.of(SIGNAL, TYPE));
        boolean hardOnly = environment.getArgumentOrDefault("hardOnly", false);
        Set<String> kinds = hardOnly
                ? Set.of(WorkKind.EXACT_MATCH_FOUND.name())
                : Set.of(WorkKind.EXACT_MATCH_FOUND.name(), WorkKind.LEAD_FOUND.name());
        Predicate<FeedEntry> told = entry -> kinds.contains(entry.kind());
        return viewer -> Mono.fromCallable(() -> required(viewer)).thenReturn(told);
    }

    private static Viewer required(Viewer viewer) {
        if (!viewer.hasAnyOf(LISTENERS)) {
            throw new Refusal(
                    "NOT_ALLOWED",
                    Refusal.Kind.FORBIDDEN,
                    FIELD,
                    FIELD + "：仅监管、分析、办案人员可以订阅线索；请用有此角色的账号登录",
                    FIELD + ": only supervisors, analysts and case officers may listen to this; log in as one of them");
        }
        return viewer;
    }

    private CompletableFuture<Object> signal(DataFetchingEnvironment field) {
        FeedUpdate update = FeedSubscriptions.of(field);
        return reads.read(field, TYPE, update.entry().subject(), update.viewer());
    }
}
