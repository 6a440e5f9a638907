package io.lianshu.access;

import io.lianshu.access.LoginGraph.Found;
import io.lianshu.access.LoginGraph.Turn;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.DemoMode;
import io.lianshu.platform.viewer.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves who somebody is, and opens, refreshes and ends sessions. Each method waits for the graph. */
@OwnsItsThread
final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private static final String SESSION_KIND = "ses";
    private static final String NOBODY = "nobody";

    private final LoginGraph graph;
    private final Passwords passwords;
    private final AccessTokens access;
    private final RefreshTokens refresh;
    private final DemoAccounts demo;
    private final DemoMode mode;
    private final WaitingThreads asking;
    private final AccessSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final LoginFailures failures;

    Logins(
            LoginGraph graph,
            Passwords passwords,
            AccessTokens access,
            RefreshTokens refresh,
            DemoAccounts demo,
            DemoMode mode,
            WaitingThreads asking,
            AccessSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.graph = graph;
        this.passwords = passwords;
        this.access = access;
        this.refresh = refresh;
        this.demo = demo;
        this.mode = mode;
        this.settings = settings;
        this.clock = clock;
        this.asking = asking;
        this.meters = meters;
        this.failures = new LoginFailures(settings.attempts(), settings.lock(), clock);
    }

    /** What a login gives. */
    record Tokens(String access, String refresh, long seconds) {}

    /** A session for whoever knows the password. */
    Tokens byPassword(Proof proof, String client) {
        return opened(account(proof), client);
    }

    /** The account of whoever knows the password. */
    String account(Proof proof) {
        Found found = proven(proof);
        if (found.mustChange()) {
            throw AccessRefused.mustChange();
        }
        return found.account();
    }

    /**
     * A session of an account whose password was just proved, which the WeChat user may log in to from now on.
     */
    Tokens linked(String account, WechatExchange.User wechat, String client) {
        graph.linkWechat(account, wechat, now());
        return opened(account, client);
    }

    Tokens byWechat(WechatExchange.User wechat, String client) {
        Found found = graph.byWechat(wechat.hash());
        if (found == null || found.suspended() || found.mustChange() || (found.demo() && !mode.on())) {
            throw AccessRefused.wechatUnknown();
        }
        graph.keepWechat(found.account(), wechat, now());
        return opened(found.account(), client);
    }

    private Found proven(Proof proof) {
        ZonedDateTime now = now();
        String username = proof.username();
        Found found = graph.byName(username);
        if (found == null && mode.on() && Role.ofSlug(username).isPresent()) {
            demo.provide();
            found = graph.byName(username);
        }
        // Examined in every case, so that the time tells nothing of what there is.
        boolean right = passwords.matches(proof.password(), found == null ? null : found.hash());
        boolean barred = found == null
                || found.suspended()
                || (found.demo() && !mode.on())
                || failures.isLocked(found.account(), proof.address())
                || (found.lockedUntil() != null && found.lockedUntil().isAfter(now));
        if (found == null || barred || !right) {
            // Not which of them: what anybody may read must not tell whether there is such an account.
            counted("refused");
            String account = found == null || barred ? NOBODY : found.account();
            // Counted for nobody where it counts for none, so that the time tells nothing here either.
            graph.failed(account, settings.accountAttempts(), now, settings.lock());
            if (!account.equals(NOBODY)) {
                failures.failed(account, proof.address());
                var unused = asking.run(() -> told(account, now));
            }
            throw AccessRefused.credentials();
        }
        counted("proven");
        failures.proved(found.account(), proof.address());
        return found;
    }

    private boolean told(String account, ZonedDateTime now) {
        try {
            graph.refused(account, now);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("被拒登录未能记入审计 / a refused log-in could not be told to the audit: {}", e.toString());
            return false;
        }
    }

    private void counted(String outcome) {
        meters.counter("lianshu.access.logins", "outcome", outcome).increment();
    }

    private Tokens opened(String account, String client) {
        String session = NodeId.random(SESSION_KIND);
        String token = refresh.issue(session);
        ZonedDateTime now = now();
        graph.open(account, session, RefreshTokens.hash(token), client, now, now.plus(settings.refreshLife()));
        return new Tokens(
                access.issue(account, session, client),
                token,
                settings.accessLife().toSeconds());
    }

    Tokens refreshed(String token, String client) {
        String session = refresh.session(token);
        if (session == null) {
            throw AccessRefused.refreshToken();
        }
        String next = refresh.issue(session);
        ZonedDateTime now = now();
        Turn turn = graph.rotate(
                session, RefreshTokens.hash(token), RefreshTokens.hash(next), now.minus(settings.refreshLeeway()), now);
        if (turn == null || !turn.open() || !turn.fits() || (turn.demo() && !mode.on())) {
            throw AccessRefused.refreshToken();
        }
        return new Tokens(
                access.issue(turn.account(), session, client),
                next,
                settings.accessLife().toSeconds());
    }

    /** Ends the session of a refresh token; the account that it was of, or null when it was over. */
    @Nullable
    String ended(String token) {
        String session = refresh.session(token);
        if (session == null) {
            throw AccessRefused.refreshToken();
        }
        return graph.end(session, now());
    }

    void endedEverywhere(String account) {
        graph.endAll(account, now());
    }

    void changed(Proof proof, String replacement) {
        Found found = proven(proof);
        if (found.demo()) {
            throw AccessRefused.input("username", "演示账号的密码不能修改", "the password of a demo account stays");
        }
        if (!passwords.mayBe(replacement, proof.username()) || replacement.equals(proof.password())) {
            throw AccessRefused.password();
        }
        graph.password(found.account(), passwords.hash(replacement), now());
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
