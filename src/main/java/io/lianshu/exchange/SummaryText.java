package io.lianshu.exchange;

import io.lianshu.exchange.ImportSummary.Count;
import java.io.PrintWriter;
import java.util.Map;

/** Prints what an import did. */
final class SummaryText {

    private SummaryText() {}

    static void print(ImportSummary summary, boolean dryRun, PrintWriter out) {
        if (dryRun) {
            out.println("试运行，未写入任何数据 / dry run, nothing was written");
        }
        out.printf(
                "读取 read %d 行，写入 written %d，拒绝 rejected %d，不需要 skipped %d，警告 warnings %d%n",
                summary.read(), summary.written(), summary.rejected(), summary.skipped(), summary.warnings());
        out.printf("%-40s %12s %12s %12s%n", "", "新建 created", "更新 updated", "未变 unchanged");
        print(summary.nodes(), out);
        print(summary.relations(), out);
        out.printf("用时 took %.1f s，每秒 %d 行 rows/s%n", summary.took().toMillis() / 1000.0, summary.rate());
        out.flush();
    }

    private static void print(Map<String, Count> counts, PrintWriter out) {
        counts.forEach((name, count) ->
                out.printf("%-40s %12d %12d %12d%n", name, count.created(), count.updated(), count.unchanged()));
    }
}
