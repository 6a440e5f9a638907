package io.lianshu.collusion.casework;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a case's next step depends on, as it stands in the graph.
 *
 * @param matter its own properties
 * @param lots ids
 * @param companies id and name of each that it looks at
 * @param suspected ids of those that are held to be suspected
 * @param evidence source and sha256 of each piece
 * @param statements company and accepted of each
 * @param interviews id, status and company, one for each company of a talk
 * @param forfeitures their statuses
 * @param proposed ids of decisions that nobody has approved or rejected yet
 */
record CaseFacts(
        Map<String, Object> matter,
        List<String> lots,
        List<Map<String, Object>> companies,
        List<String> suspected,
        List<Map<String, Object>> evidence,
        List<Map<String, Object>> statements,
        List<Map<String, Object>> interviews,
        List<String> forfeitures,
        List<String> proposed) {

    String id() {
        return String.valueOf(matter.get("id"));
    }

    CaseStatus status() {
        return CaseStatus.of(String.valueOf(matter.get("status"))).orElseThrow();
    }

    boolean hasInterview(String interview) {
        return interviews.stream().anyMatch(talk -> interview.equals(talk.get("id")));
    }

    boolean looksAt(Collection<String> wanted) {
        return companies.stream()
                .map(company -> String.valueOf(company.get("id")))
                .toList()
                .containsAll(wanted);
    }

    /** Names of suspected companies that neither made a statement nor were talked with. */
    List<String> unheard() {
        Set<String> heard = Stream.concat(
                        statements.stream(), interviews.stream().filter(talk -> "HELD".equals(talk.get("status"))))
                .map(one -> String.valueOf(one.get("company")))
                .collect(Collectors.toSet());
        return names(
                suspected.stream().filter(company -> !heard.contains(company)).toList());
    }

    /** Names of companies whose statements nobody has assessed yet. */
    List<String> unassessed() {
        return names(statements.stream()
                .filter(statement -> statement.get("accepted") == null)
                .map(statement -> String.valueOf(statement.get("company")))
                .toList());
    }

    /** Names of suspected companies of which a statement was accepted. */
    List<String> explained() {
        return names(statements.stream()
                .filter(statement -> Boolean.TRUE.equals(statement.get("accepted")))
                .map(statement -> String.valueOf(statement.get("company")))
                .filter(suspected::contains)
                .toList());
    }

    private List<String> names(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        return companies.stream()
                .filter(company -> wanted.contains(String.valueOf(company.get("id"))))
                .map(company -> String.valueOf(company.get("name")))
                .toList();
    }
}
