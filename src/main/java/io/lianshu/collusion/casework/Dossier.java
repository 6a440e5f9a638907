package io.lianshu.collusion.casework;

import java.util.List;

/**
 * A dossier as paper has it, whatever the file.
 *
 * @param footer stands on every page
 */
record Dossier(String title, String footer, List<Block> blocks) {

    Dossier {
        blocks = List.copyOf(blocks);
    }

    /** A part of it. */
    sealed interface Block {}

    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** Every row has as many cells as there are headers. */
    record Table(List<String> headers, List<List<String>> rows) implements Block {}
}
