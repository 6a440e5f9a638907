package io.lianshu.collusion.rule;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** One YAML file of a rule or a rule set, read key by key; whatever is wrong is said with the file's name and the key. */
final class RuleFile {

    private final String file;
    private final Map<String, Object> entries;

    RuleFile(String file, String yaml, Set<String> known) {
        this.file = file;
        this.entries = entries(file, yaml);
        Set<String> unknown = new TreeSet<>(entries.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw broken(unknown.iterator().next(), "没有此键，可用 " + known, "there is no such key; known are " + known);
        }
    }

    private static Map<String, Object> entries(String file, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            if (new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map<?, ?> map) {
                Map<String, Object> entries = new HashMap<>();
                map.forEach((key, value) -> entries.put(String.valueOf(key), value));
                return entries;
            }
        } catch (YAMLException e) {
            throw new BrokenRule(file, "YAML", String.valueOf(e.getMessage()), "it is no YAML");
        }
        throw new BrokenRule(file, "YAML", "应为键值", "it must have keys");
    }

    BrokenRule broken(String place, String chinese, String english) {
        return new BrokenRule(file, place, chinese, english);
    }

    String text(String key) {
        if (entries.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw broken(key, "应为文字", "must be a text");
    }

    int whole(String key, int least) {
        if (entries.get(key) instanceof Integer number && number >= least) {
            return number;
        }
        throw broken(key, "应为不小于 " + least + " 的整数", "must be a whole number from " + least + " on");
    }

    /** False when the key is absent. */
    boolean yes(String key) {
        Object given = entries.getOrDefault(key, false);
        if (given instanceof Boolean yes) {
            return yes;
        }
        throw broken(key, "应为 true 或 false", "must be true or false");
    }

    Text both(String key) {
        if (entries.get(key) instanceof Map<?, ?> map
                && map.get("zh") instanceof String chinese
                && map.get("en") instanceof String english
                && map.size() == 2) {
            return new Text(chinese, english);
        }
        throw broken(key, "应为 {zh: …, en: …}", "must be {zh: …, en: …}");
    }

    Strength strength(String key) {
        for (Strength strength : Strength.values()) {
            if (strength.name().equals(entries.get(key))) {
                return strength;
            }
        }
        throw broken(key, "应为 HARD、STRONG 或 WEAK", "must be HARD, STRONG or WEAK");
    }

    LocalDate day(String key) {
        Object value = entries.get(key);
        if (value instanceof Date date) {
            return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        }
        throw broken(key, "应为日期，如 2026-01-01", "must be a day such as 2026-01-01");
    }

    /** Numbers by their names; none when the key is absent. */
    Map<String, Object> numbers(String key) {
        return numbers(key, entries.get(key));
    }

    private Map<String, Object> numbers(String key, @Nullable Object given) {
        Map<String, Object> numbers = new HashMap<>();
        if (given == null) {
            return numbers;
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw broken(key, "应为 {名称: 数值}", "must be {name: number}");
        }
        map.forEach((name, value) -> {
            if (!(value instanceof Number)) {
                throw broken(key + '.' + name, "应为数值", "must be a number");
            }
            numbers.put(String.valueOf(name), value instanceof Integer whole ? (Object) whole.longValue() : value);
        });
        return numbers;
    }

    /** Numbers by name, by code. */
    Map<String, Map<String, Object>> tables(String key) {
        Map<String, Map<String, Object>> tables = new HashMap<>();
        Object given = entries.get(key);
        if (given instanceof Map<?, ?> map) {
            map.forEach((code, numbers) ->
                    tables.put(String.valueOf(code), numbers(key + '.' + code, Objects.requireNonNull(numbers))));
        } else if (given != null) {
            throw broken(key, "应为 {规则: {名称: 数值}}", "must be {rule: {name: number}}");
        }
        return tables;
    }

    List<String> texts(String key) {
        Object given = entries.get(key);
        List<String> texts = new ArrayList<>();
        if (given instanceof List<?> list) {
            list.forEach(item -> texts.add(String.valueOf(item)));
        } else if (given != null) {
            throw broken(key, "应为列表", "must be a list");
        }
        return texts;
    }
}
