package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.lianshu.collusion.casework.Dossier.Heading;
import io.lianshu.collusion.casework.Dossier.Paragraph;
import io.lianshu.collusion.casework.Dossier.Table;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a PDF shows of characters that its font has no sign for. */
class PdfDossierTests {

    @Test
    void aCharacterWithoutASignIsWrittenByItsNumber() throws IOException {
        byte[] file = new PdfDossier()
                .write(new Dossier(
                        "𠮷",
                        "✗",
                        List.of(
                                new Heading("标题😀"),
                                new Paragraph("第一行\n第二行"),
                                new Table(List.of("名称"), List.of(List.of("𠮷野家䶮𬭎 emoji😀"))))));
        PdfReader reader = new PdfReader(file);
        String text = new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", "");
        assertThat(text).contains("[U+20BB7]", "[U+2717]", "标题[U+1F600]", "第一行第二行", "[U+20BB7]野家䶮𬭎emoji[U+1F600]");
    }
}
