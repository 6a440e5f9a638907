package io.lianshu.architecture;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rules for statements: each is a file an analyst can run and a reviewer can read. */
final class CypherRules {

    private static final Pattern IN_A_STRING = Pattern.compile("\"\\s*(?:MATCH|OPTIONAL MATCH|MERGE|CREATE|UNWIND|CALL"
            + "|RETURN|WITH|DETACH DELETE|DELETE|FOREACH|LOAD CSV|SHOW|DROP|SET|WHERE)\\s+[^\"]"
            + "|\"[^\"]*\\)\\s*<?-\\[[^\"]*\\]->?");
    private static final Pattern TEXT_BLOCK_LINE = Pattern.compile(
            "^\\s*(?:(?:OPTIONAL )?MATCH|MERGE|CREATE|UNWIND|CALL|DETACH DELETE|FOREACH|LOAD CSV|RETURN)\\s+[\\w({$]");
    private static final Pattern QUERY_ANNOTATION = Pattern.compile("@Query\\b");
    private static final Pattern OWN_TIME = Pattern.compile(
            "(?i)\\b(?:datetime|date|localdatetime|time|localtime)(?:\\.(?:realtime|transaction|statement))?\\s*\\(\\s*\\)"
                    + "|\\btimestamp\\s*\\(\\s*\\)|\\b(?:date)?time\\.realtime\\b");
    private static final Pattern COMMENT = Pattern.compile("^//\\s+\\S.{14,}");

    private static final Pattern PARAMETER = Pattern.compile("\\$[a-zA-Z]\\w*");

    static final List<SourceRule> ALL = List.of(
            new SourceRule("cypher-in-files", SourceFile::isMainJava, CypherRules::inStrings),
            SourceRule.without(
                    "no-query-annotation", SourceFile::isMainJava, QUERY_ANNOTATION, "a statement is a file"),
            new SourceRule("time-is-a-parameter", SourceFile::isCypher, CypherRules::ownTime),
            new SourceRule("cypher-says-what-it-does", SourceFile::isCypher, CypherRules::silent));

    private CypherRules() {}

    private static List<String> inStrings(SourceFile file) {
        return file.linesWhere(
                (lines, number) -> {
                    String line = lines.get(number);
                    return !line.stripLeading().startsWith("*")
                            && (IN_A_STRING.matcher(line).find()
                                    || TEXT_BLOCK_LINE.matcher(line).find());
                },
                "Cypher in a Java string; it belongs into src/main/resources/cypher/<room>/<name>.cypher");
    }

    private static List<String> ownTime(SourceFile file) {
        return file.linesWhere(
                (lines, number) -> OWN_TIME.matcher(lines.get(number).replaceFirst("//.*", ""))
                        .find(),
                "the database's own clock; time comes as $now");
    }

    /** A statement of a room says whether it reads or writes; a rule or migration just says what it is. */
    private static List<String> silent(SourceFile file) {
        String first = file.lines().isEmpty() ? "" : file.lines().get(0);
        if (!COMMENT.matcher(first).find()) {
            return List.of(file.at(1, "the first line is no comment that says what the statement does"));
        }
        boolean statement = file.path().startsWith("src/main/resources/cypher/")
                && !file.path().contains("/visible/");
        boolean says = first.toLowerCase(Locale.ROOT).matches("//\\s*(?:reads|writes)\\b.*");
        if (statement && !says) {
            return List.of(file.at(1, "the first comment begins neither with Reads nor with Writes"));
        }
        return !statement
                ? List.of()
                : PARAMETER
                        .matcher(file.text())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(parameter -> !parameter.equals("$viewer"))
                        .filter(parameter -> !first.matches(".*" + Pattern.quote(parameter) + "\\b.*"))
                        .map(parameter -> file.at(1, "the first comment does not name the parameter " + parameter))
                        .toList();
    }
}
