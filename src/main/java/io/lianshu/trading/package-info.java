/** Tenders, lots, bids, securities and awards, and what reveals a bid and when; not what the meeting of bidders means. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: clock",
            "platform :: code",
            "platform :: command",
            "platform :: feed",
            "platform :: graph",
            "platform :: identifier",
            "platform :: read",
            "platform :: refusal",
            "platform :: secret",
            "platform :: viewer",
            "platform :: write",
            "organisation",
            "company",
            "project",
            "approval",
            "policy"
        })
package io.lianshu.trading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
