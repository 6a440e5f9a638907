package io.lianshu.attachment;

import io.lianshu.engine.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.neo4j.driver.Record;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** A hub in demo mode whose viewers stand for people of a small graph; one for all tests that send it photos. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.attachment.most-bytes=1MB",
            "lianshu.attachment.most-pixels=4000000",
            "lianshu.attachment.waiting=2",
            "lianshu.demo-viewers.agent.person=" + PhotoHub.AGENT,
            "lianshu.demo-viewers.window-clerk.person=" + PhotoHub.CLERK,
            "lianshu.demo-viewers.town-trader.person=" + PhotoHub.TRADER,
            "lianshu.demo-viewers.case-officer.person=" + PhotoHub.NOBODY,
            "lianshu.demo-viewers.owner.company=" + PhotoHub.OWNER,
            "lianshu.demo-viewers.supplier.company=" + PhotoHub.OTHER
        })
abstract class PhotoHub {

    static final String AGENT = "per_aaaaaaaaaaaaaaaaaaaaaaaaaa";
    static final String CLERK = "per_bbbbbbbbbbbbbbbbbbbbbbbbbb";
    static final String TRADER = "per_cccccccccccccccccccccccccc";
    static final String NOBODY = "per_dddddddddddddddddddddddddd";
    static final String OWNER = "com_aaaaaaaaaaaaaaaaaaaaaaaaaa";
    static final String OTHER = "com_bbbbbbbbbbbbbbbbbbbbbbbbbb";
    static final String VISIT = "vis_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static final Path DATA = folder();

    @LocalServerPort
    int port;

    @Autowired
    AttachmentSweep sweep;

    SentForms hub;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        // A graph that is empty would be given the sample district.
        run("CREATE (:Region {id: 'reg_something'})", Map.of());
        TestEngine.register(registry);
        registry.add("lianshu.data", DATA::toString);
    }

    @BeforeEach
    void begin() {
        hub = new SentForms(port);
        FileSystemUtils.deleteRecursively(store().toFile());
        TestEngine.wipe();
        run(
                """
            CREATE (:Person {id: $agent}), (:Person {id: $clerk}), (:Person {id: $trader}),
              (:Company {id: $other}),
              (:Company {id: $owner})-[:OWNS]->(project:Project {id: 'prj_aaaaaaaaaaaaaaaaaaaaaaaaaa'}),
              (visit:Visit {id: $visit, clientId: 'v1'})-[:TO]->(project)
            """,
                Map.of(
                        "agent", AGENT, "clerk", CLERK, "trader", TRADER, "other", OTHER, "owner", OWNER, "visit",
                        VISIT));
    }

    @AfterAll
    static void leaveNothing() {
        TestEngine.wipe();
    }

    static List<Record> run(String statement, Map<String, Object> parameters) {
        try (var session = TestEngine.driver().session()) {
            return session.run(statement, parameters).list();
        }
    }

    static long count(String statement) {
        return run(statement, Map.of()).get(0).get(0).asLong();
    }

    /** As whoever records a visit attaches what was uploaded before. */
    static void attach(String attachment) {
        run(
                "MATCH (a:Attachment {id: $id}), (v:Visit {id: $visit}) CREATE (a)-[:ATTACHED_TO]->(v)",
                Map.of("id", attachment, "visit", VISIT));
    }

    static Path store() {
        return DATA.resolve("attachments");
    }

    /** Files in the store, small pictures included, and of uploads on their way. */
    static List<String> files() throws IOException {
        if (!Files.exists(store())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(store())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> store().relativize(file).toString())
                    .toList();
        }
    }

    static List<String> incoming() throws IOException {
        Path folder = store().resolve("incoming");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::toString).toList();
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lianshu-photos");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
