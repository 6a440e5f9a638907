package io.lianshu.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules for texts of every kind. */
final class SourceRules {

    private static final int LONGEST_FILE = 300;
    private static final Set<String> SHORT_KINDS = Set.of("java", "ts", "mjs", "js");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern AUTHORSHIP = Pattern.compile("^\\s*/?\\*+\\s*@(?:author|since|version)\\b");
    private static final Pattern EMPTY_TAG =
            Pattern.compile("^\\s*\\*\\s*@(?:param\\s+\\S+|return|throws\\s+\\S+|param|throws)\\s*$");
    private static final Pattern TEXT_FOLLOWS = Pattern.compile("^\\s*\\*\\s+[^@\\s/].*");
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.$}<>-])/(?:work|root|home/\\w+|Users/\\w+)/\\w|\\b[A-Z]:\\\\{1,2}(?:Users|work)\\b");
    private static final Pattern REGISTRY = Pattern.compile("https?://[\\w.:@-]*(?:registry|repo|repo1|mirrors?|nexus|"
            + "artifactory|proxy|npmmirror)\\.[\\w.-]+|https?://(?:10|172|192)\\.\\d+\\.\\d+\\.\\d+"
            + "|^\\s*registry\\s*=|\"resolved\"\\s*:\\s*\"https?:|<(?:pluginR|r)epositories>");
    private static final Pattern DEAD_JAVA = Pattern.compile("^\\s*//.*(?:;|\\{|\\}|\\);?|->)\\s*$");
    private static final Pattern DEAD_CYPHER = Pattern.compile(
            "^\\s*//\\s*(?:(?:OPTIONAL )?MATCH|MERGE|CREATE|UNWIND|WITH|WHERE|SET|DELETE|RETURN|CALL)\\s+[\\w({$`*]");
    private static final Pattern DEAD_SDL = Pattern.compile(
            "^\\s*#\\s*(?:type|input|enum|interface|union|extend)\\s+\\w+.*[{=]|^\\s*#.*:\\s*\\[?\\w+!");
    private static final Pattern LOMBOK = Pattern.compile("\\bimport\\s+(?:static\\s+)?lombok\\.|>lombok\\s*<");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");

    static final List<SourceRule> ALL = Stream.of(
                    List.of(
                            new SourceRule("short-files", SourceRules::isCode, SourceRules::tooLong),
                            SourceRule.without("no-lombok", file -> true, LOMBOK, "Lombok hides what a class has"),
                            SourceRule.without(
                                    "no-unfinished-work", file -> true, UNFINISHED, "finish it or file it elsewhere"),
                            SourceRule.without(
                                    "no-authorship", SourceFile::isJava, AUTHORSHIP, "the history knows who and since"),
                            new SourceRule("no-empty-tags", SourceFile::isJava, SourceRules::emptyTags),
                            SourceRule.without("no-machine-paths", file -> true, MACHINE_PATH, "a path of one machine"),
                            SourceRule.without(
                                    "no-registry-hosts", file -> true, REGISTRY, "a package registry's host"),
                            new SourceRule("no-dead-code", file -> true, SourceRules::deadCode),
                            new SourceRule("links-resolve", SourceRules::isMarkdown, SourceRules::brokenLinks),
                            new SourceRule("readme-commands-exist", Readme::isReadme, Readme::unknownCommands)),
                    CypherRules.ALL,
                    SchemaRules.ALL)
            .flatMap(List::stream)
            .toList();

    private SourceRules() {}

    private static boolean isCode(SourceFile file) {
        return SHORT_KINDS.contains(file.path().substring(file.path().lastIndexOf('.') + 1));
    }

    private static boolean isMarkdown(SourceFile file) {
        return file.path().endsWith(".md");
    }

    private static List<String> tooLong(SourceFile file) {
        int length = file.lines().size();
        return length <= LONGEST_FILE
                ? List.of()
                : List.of(file.at(length, "longer than " + LONGEST_FILE + " lines; split it by what it does"));
    }

    private static List<String> emptyTags(SourceFile file) {
        return file.linesWhere(
                (lines, number) -> EMPTY_TAG.matcher(lines.get(number)).matches()
                        && !(number + 1 < lines.size()
                                && TEXT_FOLLOWS.matcher(lines.get(number + 1)).matches()),
                "a tag that says nothing");
    }

    /** Comments that end like a statement or begin like a clause; prose ends in words or a full stop. */
    private static List<String> deadCode(SourceFile file) {
        String says = "code in a comment; the history keeps it";
        if (isCode(file)) {
            return file.linesWith(DEAD_JAVA, says);
        }
        if (file.isCypher()) {
            return file.linesWith(DEAD_CYPHER, says);
        }
        return file.path().endsWith(".graphqls") ? file.linesWith(DEAD_SDL, says) : List.of();
    }

    private static List<String> brokenLinks(SourceFile file) {
        List<String> lines = file.lines();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(number -> LINK.matcher(lines.get(number))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !leadsNowhere(file, target).isEmpty())
                        .map(target -> file.at(number + 1, target + ": " + leadsNowhere(file, target))))
                .toList();
    }

    private static String leadsNowhere(SourceFile file, String target) {
        if (target.matches("[a-z]+:.*")) {
            return "";
        }
        String[] parts = target.split("#", 2);
        Path folder = file.root().resolve(file.path()).getParent();
        Path place = parts[0].isEmpty() ? file.root().resolve(file.path()) : folder.resolve(parts[0]);
        if (!Files.exists(place)) {
            return "there is no such file";
        }
        boolean anchored = parts.length == 2 && place.toString().endsWith(".md");
        return anchored && !anchors(place).contains(parts[1]) ? "there is no such heading" : "";
    }

    /** Headings the way code hosts turn them into anchors: lower case, spaces to hyphens, punctuation dropped. */
    private static List<String> anchors(Path markdown) {
        try (Stream<String> lines = Files.lines(markdown)) {
            return lines.map(Pattern.compile("^#+\\s+(.*?)\\s*$")::matcher)
                    .filter(Matcher::matches)
                    .map(heading -> heading.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
