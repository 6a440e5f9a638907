package io.lianshu.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a file of bids as a trading platform might give it: five bidders a lot, out of 2,000 companies. */
final class GeneratedBids {

    static final String MAPPING = """
            nodes:
              company:
                type: Company
                fields:
                  identifierScheme: {constant: MADE-UP}
                  identifierValue: company
                  name: {template: "虚构建设有限公司 {company}"}
              lot:
                type: Lot
                fields:
                  bidSectionCode: lot
                  round: {constant: 1}
              bid:
                type: Bid
                fields:
                  bidNo: bidNo
                  round: {constant: 1}
                  sequence: {constant: 1}
                  submittedAt: submittedAt
                  price: {column: price, factor: 10000}
                  valid: {constant: "true"}
                links:
                  lot: lot
                  tenderer: company
            """;

    private GeneratedBids() {}

    static Path write(Path file, int bids) throws IOException {
        Random random = new Random(20250301);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("bidNo,lot,company,submittedAt,price\n");
            for (int bid = 0; bid < bids; bid++) {
                int lot = bid / 5;
                int company = (lot * 31 + bid % 5 * 397 + random.nextInt(3)) % 2000;
                out.write("B-%07d,L-%06d,C-%04d,2025-03-%02dT%02d:%02d:00+08:00,%d.%02d\n"
                        .formatted(
                                bid,
                                lot,
                                company,
                                1 + lot % 28,
                                8 + random.nextInt(9),
                                random.nextInt(60),
                                100 + random.nextInt(9_000),
                                random.nextInt(100)));
            }
        }
        return file;
    }
}
