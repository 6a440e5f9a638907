package io.lianshu.collusion.rule;

import java.util.Map;

/** What rules' walks may end in, by the prefix of its id. */
final class SharedKinds {

    static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("dev", "Device"),
            Map.entry("ipa", "IpAddress"),
            Map.entry("acc", "BankAccount"),
            Map.entry("per", "Person"),
            Map.entry("con", "Contact"),
            Map.entry("doc", "BidDocument"),
            Map.entry("cmt", "Committee"),
            Map.entry("bid", "Bid"),
            Map.entry("ctt", "Contract"));

    private SharedKinds() {}
}
