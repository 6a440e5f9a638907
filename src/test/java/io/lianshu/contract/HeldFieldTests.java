package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a rule of visibility reads is held, so that no upload changes its answer; or it stands here with its reason. */
class HeldFieldTests {

    private static final String PUBLISHING =
            "publishing is the importer's task, and the lot must be opened all the same";
    private static final String POSTS = "posts and memberships change every month and come in as tables";
    private static final String TRACES = "traces come in bit by bit; who links one must know its value whole already";

    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("Award.noticeAt", PUBLISHING),
            Map.entry("Award.publicityFrom", PUBLISHING),
            Map.entry("Notice.publishedAt", PUBLISHING),
            Map.entry("Trade.completedAt", PUBLISHING),
            Map.entry("Publicity.publishedOn", "publishing is the importer's task"),
            Map.entry("Publicity.findings", "publishing is the importer's task"),
            Map.entry("Person.departments", POSTS),
            Map.entry("Company.staff", POSTS),
            Map.entry("Company.legalRepresentatives", POSTS),
            Map.entry("Company.officers", POSTS),
            Map.entry("Post.to", POSTS),
            Map.entry("Tenure.to", POSTS),
            Map.entry("AgencyService.members", POSTS),
            Map.entry("AgencyMembership.from", POSTS),
            Map.entry("AgencyMembership.to", POSTS),
            Map.entry("AgencyService.state", "an agreement is signed and ends, which its table tells"),
            Map.entry("AgencyService.startOn", "an agreement is signed and ends, which its table tells"),
            Map.entry("AgencyService.endOn", "an agreement is signed and ends, which its table tells"),
            Map.entry("Project.owners", "projects change hands"),
            Map.entry("Project.participants", "builders join a project one after another"),
            Map.entry("Approval.desk", "an approval goes from desk to desk"),
            Map.entry("Bid.tenderer", "before the opening the first bidders count, which no file changes (firstIds)"),
            Map.entry("Bid.consortiumMembers", "as the tenderer"),
            Map.entry("Committee.lots", "an upload only adds lots, and each one more may only close the committee"),
            Map.entry("BankAccount.basicAccount", TRACES),
            Map.entry("Device.publicTerminal", TRACES),
            Map.entry("IpAddress.sharedNetwork", TRACES),
            Map.entry("AccessRecord.origin", TRACES),
            Map.entry("BidDocument.devices", TRACES),
            Map.entry("BidDocument.uploadedFrom", TRACES),
            Map.entry("Bid.signedWith", TRACES),
            Map.entry("Deposit.account", TRACES),
            Map.entry("Deposit.premiums", TRACES),
            Map.entry("AnnualDeposit.payments", TRACES));

    private final GraphMap map = Sdl.map();

    @Test
    void whatARuleReadsIsHeldOrExemptForAReason() {
        assertThat(reads().filter(fields ->
                        fields.stream().noneMatch(field -> isHeld(field) || EXEMPT.containsKey(field))))
                .isEmpty();
    }

    @Test
    void noExemptionIsForWhatNoRuleReadsOrIsHeld() {
        Set<String> read = reads().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        assertThat(EXEMPT.keySet()).isSubsetOf(read).noneMatch(this::isHeld);
    }

    @Test
    void aRuleIsReadWhole() {
        String rule = Sdl.read(rules().resolve("trading/visible/notice-is-published.cypher"));
        assertThat(RuleReads.of(map, Set.of("Notice"), rule).stream().map(Object::toString))
                .containsExactlyInAnyOrder(
                        "[Lot.notices, Notice.subject]", "[Notice.publishedAt]", "[Notice.kind]", "[Lot.openedAt]");
    }

    /** A file writes a held relation through the field that says so, or the upload would not know it. */
    @Test
    void noTemplateWritesAHeldRelationFromItsOtherEnd() {
        List<String> wrong = Sdl.filesUnder(Sdl.REPOSITORY.resolve("schema/import")).stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(".yaml") && !file.contains("ocds"))
                .map(file -> file.replaceFirst(".*schema.import.", "").replaceFirst("\\.yaml$", ""))
                .flatMap(name -> otherEnds(TemplatePages.plan(name.replace('\\', '/'))))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private Stream<String> otherEnds(ImportPlan plan) {
        return plan.links().stream()
                .filter(link -> !link.field().held()
                        && heldRelations().contains(link.kind().shown()))
                .map(link -> plan.name() + ": " + link.kind().shown());
    }

    private Set<String> heldRelations() {
        Set<String> shown = new TreeSet<>();
        map.nodeTypes()
                .forEach(type -> type.fields().values().forEach(field -> {
                    if (field instanceof RelationField relation && relation.held()) {
                        map.concrete(relation.target())
                                .forEach(target -> shown.add(
                                        relation.outgoing()
                                                ? type.label() + "-" + relation.relation() + "->" + target.label()
                                                : target.label() + "-" + relation.relation() + "->" + type.label()));
                    }
                }));
        return shown;
    }

    private Stream<Set<String>> reads() {
        Map<String, Set<String>> owners = MapFiles.ruleOwners(Sdl.files(Sdl.REPOSITORY));
        return owners.entrySet().stream()
                .flatMap(rule -> RuleReads.of(
                        map,
                        rule.getValue(),
                        Sdl.read(rules().resolve(rule.getKey().replaceFirst("/", "/visible/") + ".cypher")))
                        .stream())
                .distinct();
    }

    private boolean isHeld(String name) {
        String[] parts = name.split("\\.");
        if (map.type(parts[0]) instanceof NodeType owner && owner.kept()) {
            return true;
        }
        MapField field = map.type(parts[0]).fields().get(parts[1]);
        return field instanceof RelationField relation
                ? relation.held()
                : field instanceof PropertyField property && property.held();
    }

    private static Path rules() {
        return CypherPlanIT.STATEMENTS;
    }
}
