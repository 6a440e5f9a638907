package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.audit.AuditCheck;
import io.lianshu.platform.secret.KeyChange;
import io.lianshu.platform.secret.KeyRing;
import io.lianshu.platform.secret.Sealer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import picocli.CommandLine;

/** A key is changed: everything is sealed anew, the old key goes, and nothing that was sealed or joined is lost. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"spring.main.lazy-initialization=true", "lianshu.read.plan-at-start=false"})
class KeysIT {

    @TempDir
    private static Path folder;

    @Autowired
    private KeyRing keys;

    @Autowired
    private KeyChange change;

    @Autowired
    private ResealGraph graph;

    @Autowired
    private Sealer sealer;

    @Autowired
    private AuditCheck audit;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        TestEngine.register(registry);
        registry.add("lianshu.keys.file", () -> folder.resolve("keys").toString());
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    private String said = "";

    private int run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        CommandLine line = new CommandLine(new KeysCommand(keys, change, graph));
        line.setOut(writer);
        line.setErr(writer);
        int code = line.execute(arguments);
        said = out.toString();
        return code;
    }

    private static List<String> read(String statement) {
        try (var session = TestEngine.driver().session()) {
            return session.run(statement).list(row -> row.get(0).asString());
        }
    }

    @Test
    void everythingIsSealedAnewAndTheOldKeyMayGo() throws Exception {
        String first = keys.current();
        String hash = sealer.hash("13800001234");
        try (var session = TestEngine.driver().session()) {
            session.run("""
                            UNWIND range(1, 4500) AS i
                            CREATE (p:Person {id: 'per_' + i, phoneEnc: $phone, phoneHash: $hash})
                            WITH count(*) AS n
                            CREATE (:WechatUser {id: 'wxu_1', openidEnc: $phone})
                            CREATE (gone:Merged {id: 'per_gone', phoneEnc: $phone})-[:MERGED_INTO]->(:BankAccount {id: 'acc_1', numberEnc: $phone}),
                                (:Command {id: 'cmd_1'})-[:CHANGED {fields: ['phone', 'name'], before: ['=' + $phone, '=v1.x'], after: ['', '=b']}]->(gone)
                            """, Map.of("phone", sealer.seal("13800001234"), "hash", hash))
                    .consume();
        }
        assertThat(run()).isZero();
        assertThat(said).contains(first, "正在使用");

        assertThat(run("--rotate")).isZero();
        String second = keys.current();
        assertThat(second).isNotEqualTo(first);
        assertThat(said).contains("4,504 values", first, second);
        assertThat(read(
                        "MATCH (n) WITH coalesce(n.phoneEnc, n.numberEnc, n.openidEnc) AS sealed WHERE sealed IS NOT NULL"
                                + " RETURN DISTINCT split(sealed, '.')[1]"))
                .containsExactly(second);
        assertThat(read("MATCH ()-[c:CHANGED]->() RETURN split(c.before[0], '.')[1] + c.before[1] + c.after[1]"))
                .containsExactly(second + "=v1.x=b");
        assertThat(sealer.open(
                        read("MATCH (p:Person {id: 'per_4'}) RETURN p.phoneEnc").get(0)))
                .isEqualTo("13800001234");
        assertThat(sealer.hash("13800001234")).as("the graph joins by it").isEqualTo(hash);

        assertThat(run("--rotate")).isZero();
        assertThat(run("--drop", first)).isEqualTo(1);
        assertThat(run("--drop", keys.current())).isEqualTo(1);
        assertThat(run("--drop", "nothing")).isEqualTo(1);
        assertThat(run("--drop", second)).isZero();
        assertThat(keys.ids()).hasSize(2).doesNotContain(second).startsWith(first);
        assertThat(Files.readAllLines(folder.resolve("keys"))).hasSize(3);
        assertThat(sealer.open(
                        read("MATCH (p:Person {id: 'per_7'}) RETURN p.phoneEnc").get(0)))
                .isEqualTo("13800001234");

        try (var session = TestEngine.driver().session()) {
            session.run("MATCH (p:Person {id: 'per_9'}) SET p.phoneEnc = 'v1.lostlost.AAAA'")
                    .consume();
        }
        assertThat(run("--rotate")).isZero();
        assertThat(said).contains("cannot be opened: 1");
        String third = keys.ids().get(1);
        assertThat(run("--drop", third)).as("while something cannot be read").isEqualTo(1);
        assertThat(keys.ids()).contains(third);
        assertThat(audit.walk().breach()).isNull();
    }
}
