package io.lianshu.collusion.rule;

import io.lianshu.platform.identifier.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules that run together under one name, with their limits (规则集).
 *
 * @param validFrom day from which it is the one that counts, until another's day
 * @param rules in the order of their codes, with the set's own limits in place of theirs
 * @param fingerprint another when any rule, statement, word or limit is another
 */
public record RuleSet(String name, LocalDate validFrom, Text note, List<Rule> rules, String fingerprint) {

    public RuleSet {
        rules = List.copyOf(rules);
    }

    static RuleSet of(String name, LocalDate validFrom, Text note, List<Rule> rules) {
        return new RuleSet(name, validFrom, note, rules, fingerprint(rules));
    }

    /** The limits of a rule under this set. */
    static Rule with(Rule rule, Map<String, Object> limits) {
        Map<String, Object> all = new HashMap<>(rule.limits());
        all.putAll(limits);
        return new Rule(
                rule.code(),
                rule.version(),
                rule.clause(),
                rule.strength(),
                rule.least(),
                rule.alone(),
                rule.title(),
                rule.says(),
                rule.needs(),
                all,
                rule.statement(),
                rule.market(),
                rule.page());
    }

    private static String fingerprint(List<Rule> rules) {
        MessageDigest digest = Sha256.begin();
        for (Rule rule : rules) {
            String text = rule.code()
                    + '\n'
                    + rule.version()
                    + '\n'
                    + rule.least()
                    + '\n'
                    + rule.alone()
                    + '\n'
                    + rule.says()
                    + '\n'
                    + new TreeMap<>(rule.limits())
                    + '\n'
                    + rule.statement()
                    + '\n'
                    + rule.market()
                    + '\n';
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
