package io.lianshu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.ImportListener;
import io.lianshu.exchange.Imports;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import picocli.CommandLine;

/** A district whose loading stopped half-way comes in whole the next time, though that is another day. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false"})
class InterruptedDistrictIT {

    private static final Origin ORIGIN = new Origin(0, Scope.SEED, LocalDate.of(2026, 3, 2));
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-03-09T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @Autowired
    private DistrictStart start;

    @Autowired
    private DemoGraph graph;

    @Autowired
    private Imports imports;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        TestEngine.register(registry);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    private static final class Interrupted extends RuntimeException {}

    /** Stops in the middle of a table, as a killed hub does. */
    private void interrupt() {
        TestEngine.wipe();
        graph.begin(ORIGIN);
        try {
            new DistrictImport(imports).run(ORIGIN.grown().tables(), new ImportListener() {
                @Override
                public void progress(long rows, double part) {
                    if (part > 0.5) {
                        throw new Interrupted();
                    }
                }
            });
            throw new AssertionError("it came to its end");
        } catch (Interrupted e) {
            assertThat(graph.isUsed()).isTrue();
            assertThat(graph.unfinished()).isEqualTo(ORIGIN);
        }
    }

    private static Map<String, Object> counts() {
        try (var session = TestEngine.driver().session()) {
            return session.run("MATCH (n) WHERE NOT n:__Neo4jMigration|AuditEvent|AuditHead RETURN count(n) AS n, "
                            + "COUNT { (a)-[]->() WHERE NOT a:__Neo4jMigration } AS r")
                    .single()
                    .asMap();
        }
    }

    @Test
    void theNextStartGoesOnWithTheSameDistrict() {
        TestEngine.wipe();
        new DistrictImport(imports).run(ORIGIN.grown().tables(), new ImportListener() {});
        Map<String, Object> whole = counts();
        interrupt();
        assertThat(counts()).isNotEqualTo(whole);
        start.run(new DefaultApplicationArguments());
        assertThat(graph.unfinished()).isNull();
        assertThat(counts()).isEqualTo(whole);
    }

    @Test
    void theCommandGoesOnWithTheSameDistrictOnlyAndNamesIt() {
        interrupt();
        StringWriter said = new StringWriter();
        CommandLine other = new CommandLine(new DemoCommand(graph, imports, LATER)).setErr(new PrintWriter(said, true));
        assertThat(other.execute("--scale", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString())
                .contains("--scale 0.0 --seed 20241001 --until 2026-03-02")
                .containsPattern("\\p{IsHan}");
        StringWriter told = new StringWriter();
        CommandLine same = new CommandLine(new DemoCommand(graph, imports, LATER)).setOut(new PrintWriter(told, true));
        assertThat(same.execute("--scale", "0", "--until", "2026-03-02"))
                .as("%s", told)
                .isZero();
        assertThat(graph.unfinished()).isNull();
    }
}
