package io.lianshu.platform.feed;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.secret.Sealer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in the feed as clients hold them: sealed, so that nobody reads from them how much happens, or makes one up. */
final class FeedPositions {

    private static final Pattern PLAIN = Pattern.compile("feed\n([0-9]{1,18})");
    private static final int LONGEST = 200;

    private final Sealer sealer;

    FeedPositions(Sealer sealer) {
        this.sealer = sealer;
    }

    String of(long seq) {
        return sealer.seal("feed\n" + seq);
    }

    /**
     * The number of the entry.
     *
     * @throws Refusal when it is no position of this hub
     */
    long seq(String position) {
        Matcher plain = PLAIN.matcher(position.length() > LONGEST ? "" : sealer.open(position));
        if (!plain.matches()) {
            throw Refusal.badInput(
                    "BAD_POSITION",
                    "after",
                    "after：不是本系统给出的位置；请重新读取，再不带 after 订阅",
                    "after: no position that this hub gave; read again, then subscribe without it");
        }
        return Long.parseLong(plain.group(1));
    }

    static Refusal lost() {
        return new Refusal(
                "FEED_POSITION_LOST",
                Refusal.Kind.CONFLICT,
                "after",
                "after：此位置之后的动态已不全；请重新读取，再不带 after 订阅",
                "after: not all that came after this position is kept; read again, then subscribe without it");
    }

    static Refusal tooSlow() {
        return new Refusal(
                "SUBSCRIBER_TOO_SLOW",
                Refusal.Kind.TOO_MUCH,
                null,
                "接收过慢，已停止推送；请从最后收到的位置重新订阅",
                "The events were not taken fast enough; subscribe again from the last position received");
    }
}
