package io.lianshu.collusion.casework;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.HeaderFooter;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.lianshu.collusion.casework.Dossier.Heading;
import io.lianshu.collusion.casework.Dossier.Paragraph;
import io.lianshu.collusion.casework.Dossier.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Writes a dossier as a PDF file that carries the Chinese characters it uses, so that it looks the same everywhere. */
final class PdfDossier {

    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final float MARGIN = 50;
    private static final float TITLE_SIZE = 18;
    private static final float HEADING_SIZE = 13;
    private static final float TEXT_SIZE = 9;
    private static final float FOOTER_SIZE = 7;

    private final BaseFont base;

    PdfDossier() {
        try (InputStream font = PdfDossier.class.getResourceAsStream(FONT)) {
            if (font == null) {
                throw new IllegalStateException("The font is not on the class path: " + FONT);
            }
            base = BaseFont.createFont(
                    "NotoSansSC-Regular.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] write(Dossier dossier) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, bytes);
        HeaderFooter footer = new HeaderFooter(phrase(dossier.footer() + "  ", FOOTER_SIZE), true);
        footer.setBorder(0);
        document.setFooter(footer);
        document.open();
        document.addTitle(dossier.title());
        com.lowagie.text.Paragraph title = paragraph(dossier.title(), TITLE_SIZE);
        title.setAlignment(Element.ALIGN_CENTER);
        document.add(title);
        for (Dossier.Block block : dossier.blocks()) {
            if (block instanceof Heading heading) {
                com.lowagie.text.Paragraph written = paragraph(heading.text(), HEADING_SIZE);
                written.setSpacingBefore(14);
                written.setSpacingAfter(5);
                document.add(written);
            } else if (block instanceof Paragraph words) {
                document.add(paragraph(words.text(), TEXT_SIZE));
            } else if (block instanceof Table table) {
                document.add(table(table));
            }
        }
        document.close();
        return bytes.toByteArray();
    }

    private PdfPTable table(Table table) {
        PdfPTable drawn = new PdfPTable(table.headers().size());
        drawn.setWidthPercentage(100);
        drawn.setSpacingBefore(4);
        drawn.setHeaderRows(1);
        // A cell that is longer than a page goes on on the next.
        drawn.setSplitLate(false);
        table.headers().forEach(header -> drawn.addCell(cell(header)));
        table.rows().forEach(row -> row.forEach(text -> drawn.addCell(cell(text))));
        return drawn;
    }

    private PdfPCell cell(String text) {
        PdfPCell cell = new PdfPCell(phrase(text, TEXT_SIZE));
        cell.setPadding(3);
        return cell;
    }

    /** A character that the font has no sign for is written by its number, or it would be gone unnoticed. */
    private String drawable(String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || base.charExists(point)) {
                drawn.appendCodePoint(point);
            } else {
                drawn.append("[U+%04X]".formatted(point));
            }
        });
        return drawn.toString();
    }

    private Phrase phrase(String text, float size) {
        return new Phrase(drawable(text), font(size));
    }

    private com.lowagie.text.Paragraph paragraph(String text, float size) {
        return new com.lowagie.text.Paragraph(drawable(text), font(size));
    }

    private Font font(float size) {
        return new Font(base, size);
    }
}
