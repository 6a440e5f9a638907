package io.lianshu.exchange;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far an import or export is: a bar on a terminal, a line for every tenth elsewhere. */
public final class ProgressDisplay implements AutoCloseable {

    private static final int STEPS = 1_000;

    private final PrintWriter out;
    private final @Nullable ProgressBar bar;
    private int shown;

    public ProgressDisplay(PrintWriter out, String task, boolean terminal) {
        this.out = out;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(STEPS)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(250)
                        .hideEta()
                        .build()
                : null;
    }

    /** Whether people look on; from Java 22 a console may exist without a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    public void show(long rows, double part) {
        if (bar != null) {
            bar.setExtraMessage(rows + " 行 rows");
            bar.stepTo((long) (part * STEPS));
            return;
        }
        int tenth = (int) (part * 10);
        if (tenth > shown) {
            shown = tenth;
            out.printf("%d%%  %d 行 rows%n", tenth * 10, rows);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
