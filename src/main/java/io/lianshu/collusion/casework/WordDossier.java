package io.lianshu.collusion.casework;

import io.lianshu.collusion.casework.Dossier.Heading;
import io.lianshu.collusion.casework.Dossier.Paragraph;
import io.lianshu.collusion.casework.Dossier.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Writes a dossier as a Word file (OOXML). */
final class WordDossier {

    /** Word takes another when the machine has none of this name. */
    private static final String FONT = "宋体";

    private static final int TITLE_SIZE = 18;
    private static final int HEADING_SIZE = 14;
    private static final int TEXT_SIZE = 10;
    private static final int FOOTER_SIZE = 8;

    private WordDossier() {}

    static byte[] write(Dossier dossier) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFParagraph title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            run(title, dossier.title(), TITLE_SIZE, true);
            for (Dossier.Block block : dossier.blocks()) {
                if (block instanceof Heading heading) {
                    XWPFParagraph paragraph = document.createParagraph();
                    paragraph.setSpacingBefore(240);
                    run(paragraph, heading.text(), HEADING_SIZE, true);
                } else if (block instanceof Paragraph paragraph) {
                    run(document.createParagraph(), paragraph.text(), TEXT_SIZE, false);
                } else if (block instanceof Table table) {
                    table(document, table);
                }
            }
            run(
                    document.createFooter(HeaderFooterType.DEFAULT).createParagraph(),
                    dossier.footer(),
                    FOOTER_SIZE,
                    false);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void table(XWPFDocument document, Table table) {
        XWPFTable drawn =
                document.createTable(table.rows().size() + 1, table.headers().size());
        drawn.setWidth("100%");
        cells(drawn.getRow(0), table.headers(), true);
        for (int i = 0; i < table.rows().size(); i++) {
            cells(drawn.getRow(i + 1), table.rows().get(i), false);
        }
        document.createParagraph();
    }

    private static void cells(XWPFTableRow row, List<String> texts, boolean bold) {
        for (int i = 0; i < texts.size(); i++) {
            run(row.getCell(i).getParagraphArray(0), texts.get(i), TEXT_SIZE, bold);
        }
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        String[] lines = text.split("\n", -1);
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setBold(bold);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
    }
}
