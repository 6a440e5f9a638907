package io.lianshu.exchange.subgraph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML of elements, attributes and texts. Characters that XML cannot hold are replaced, as texts of files may have any. */
final class XmlFile {

    private static final String REPLACEMENT = "\ufffd";

    private final XMLStreamWriter out;

    private XmlFile(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] of(Consumer<XmlFile> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.accept(new XmlFile(out));
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** An element with these attributes, names and values in turn. */
    void element(String name, Runnable content, String... attributes) {
        try {
            out.writeStartElement(name);
            attributes(attributes);
            content.run();
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void empty(String name, String... attributes) {
        try {
            out.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void text(String name, String text, String... attributes) {
        element(
                name,
                () -> {
                    try {
                        out.writeCharacters(clean(text));
                    } catch (XMLStreamException e) {
                        throw new IllegalStateException(e);
                    }
                },
                attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int at = 0; at < attributes.length; at += 2) {
            out.writeAttribute(attributes[at], clean(attributes[at + 1]));
        }
    }

    private static String clean(String text) {
        if (text.codePoints().allMatch(XmlFile::isAllowed)) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isAllowed(point)) {
                result.appendCodePoint(point);
            } else {
                result.append(REPLACEMENT);
            }
        });
        return result.toString();
    }

    /** The characters of XML 1.0. */
    private static boolean isAllowed(int point) {
        return point == 0x9
                || point == 0xA
                || point == 0xD
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
