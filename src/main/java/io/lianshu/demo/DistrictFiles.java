package io.lianshu.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.lianshu.platform.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A district as files: its tables by the names of their templates, and the truth apart from them. */
final class DistrictFiles {

    private static final List<String> TRUTH = List.of(
            "plant", "verdict", "clause", "kind", "lots", "opened", "companies", "evidence", "chinese", "english");

    private DistrictFiles() {}

    /** @throws Refusal when one of the files is there already; then none is written */
    static void writeTables(Path directory, List<Table> tables) {
        tables.forEach(table -> refuseToReplace(file(directory, table)));
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
        tables.forEach(table -> write(file(directory, table), table.header(), table.rows()));
    }

    /** One line a plant; lists are joined by semicolons. */
    static void writeTruth(Path file, List<Plant> plants) {
        refuseToReplace(file);
        write(
                file,
                TRUTH,
                plants.stream()
                        .map(plant -> List.of(
                                plant.number(),
                                plant.verdict().name(),
                                plant.clause(),
                                plant.kind(),
                                String.join(";", plant.lots()),
                                String.valueOf(plant.opened()),
                                String.join(";", plant.companies()),
                                String.join(";", plant.evidence()),
                                plant.chinese(),
                                plant.english()))
                        .toList());
    }

    static void refuseToReplace(Path file) {
        if (Files.exists(file)) {
            throw refused(
                    file, "文件已存在，未改动；请另选位置", "the file is there already and was not touched; choose another place");
        }
    }

    private static Path file(Path directory, Table table) {
        return directory.resolve(table.name() + ".csv");
    }

    private static void write(Path file, List<String> header, List<List<String>> rows) {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Refusal unwritable(Path file, IOException e) {
        return refused(file, "无法写入（" + e + "）", "cannot be written (" + e + ")");
    }

    private static Refusal refused(Path file, String chinese, String english) {
        return Refusal.badInput("DEMO_FILE_REFUSED", null, file + "：" + chinese, file + ": " + english);
    }
}
