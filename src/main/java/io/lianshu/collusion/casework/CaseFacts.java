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
 * @param evidence source and sha256 of each piece, and the companies of which it says something that needs no second one
 * @param statements company and accepted of each, in the order in which they came
 * @param interviews id, status and company, one for each company of a talk that was or is to be since the case was opened
 * @param talks ids of all talks that it led to
 * @param forfeitures their statuses
 * @param proposed ids of decisions that nobody has approved or rejected yet
 * @param decisions how many there are, whatever became of them
 * @param officers ids of who is in charge
 * @param handedOn how often another took it over
 */
record CaseFacts(
        Map<String, Object> matter,
        List<String> lots,
        List<Map<String, Object>> companies,
        List<String> suspected,
        List<Map<String, Object>> evidence,
        List<Map<String, Object>> statements,
        List<Map<String, Object>> interviews,
        List<String> talks,
        List<String> forfeitures,
        List<String> proposed,
        int decisions,
        List<String> officers,
        int handedOn) {

    String id() {
        return String.valueOf(matter.get("id"));
    }

    CaseStatus status() {
        return CaseStatus.of(String.valueOf(matter.get("status"))).orElseThrow();
    }

    /** Whether these are enough to hold them to be suspected: two, or one that a lead says to be in league with the buyer's side. */
    boolean enough(Collection<String> some) {
        boolean told = evidence.stream()
                .anyMatch(piece -> piece.get("alone") instanceof Collection<?> alone && alone.containsAll(some));
        return some.size() >= 2 || (some.size() == 1 && told);
    }

    boolean hasInterview(String interview) {
        return talks.contains(interview);
    }

    List<String> companyIds() {
        return companies.stream()
                .map(company -> String.valueOf(company.get("id")))
                .toList();
    }

    boolean looksAt(Collection<String> wanted) {
        return companyIds().containsAll(wanted);
    }

    /** Whether a decision to keep a security waits to be carried out or revoked. */
    boolean forfeits() {
        return forfeitures.stream().anyMatch(Set.of("PROPOSED", "APPROVED")::contains);
    }

    /** The last statement of each company, by its id. */
    private Map<String, Map<String, Object>> latest() {
        return statements.stream()
                .collect(Collectors.toMap(
                        one -> String.valueOf(one.get("company")), one -> one, (earlier, later) -> later));
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

    /** Names of companies whose last statement nobody has assessed yet. */
    List<String> unassessed() {
        return names(latest().entrySet().stream()
                .filter(last -> last.getValue().get("accepted") == null)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Names of suspected companies whose last statement was accepted. */
    List<String> explained() {
        return names(latest().entrySet().stream()
                .filter(last -> Boolean.TRUE.equals(last.getValue().get("accepted")))
                .map(Map.Entry::getKey)
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
