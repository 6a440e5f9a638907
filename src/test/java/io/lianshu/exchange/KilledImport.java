package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** An import in a process of its own, which a test kills while it runs: uri, user, password, mapping, file, batch. */
public final class KilledImport {

    private KilledImport() {}

    public static void main(String[] args) throws Exception {
        try (var driver = GraphDatabase.driver(args[0], AuthTokens.basic(args[1], args[2]))) {
            Imports imports = TestImports.imports(driver, TestImports.FIRST);
            ImportPlan plan = imports.plan("mapping", Files.readString(Path.of(args[3])));
            ImportOptions options = new ImportOptions(Integer.parseInt(args[5]), false, null);
            imports.run(plan, List.of(CsvSource.of(Path.of(args[4]), null, ',')), options, new ImportListener() {});
        }
    }
}
