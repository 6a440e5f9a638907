/**
 * Leads on bidding (围标串标线索): what prices, meetings and groups say, computed by a core of its own for tables and for the
 * graph alike. Everything here is a lead for people to look at, never a finding.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: audit",
            "platform :: code",
            "platform :: command",
            "platform :: feed",
            "platform :: graph",
            "platform :: identifier",
            "platform :: map",
            "platform :: read",
            "platform :: refusal",
            "platform :: viewer",
            "company",
            "trading",
            "exchange",
            "explore",
            "exchange :: mapping"
        })
package io.lianshu.collusion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
