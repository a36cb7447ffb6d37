package org.tocsin.alerts.outlet;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML document. Characters that XML 1.0 cannot hold become a question mark. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    /** What is written inside an element. */
    @FunctionalInterface
    interface Content {
        void write(Xml xml);
    }

    Xml() {
        try {
            // The JDK's own, by name and not by look-up.
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The outermost element, or the outermost of another vocabulary inside. */
    Xml root(String name, String namespace, Content content) {
        return element(name, xml -> {
            try {
                out.writeDefaultNamespace(namespace);
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
            content.write(xml);
        });
    }

    Xml element(String name, Content content) {
        try {
            out.writeStartElement(name);
            content.write(this);
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Xml text(String name, String value) {
        return element(name, xml -> {
            try {
                out.writeCharacters(clean(value));
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Xml attribute(String name, String value) {
        try {
            out.writeAttribute(name, clean(value));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** The whole document. */
    String document() {
        try {
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    static String clean(String value) {
        int[] kept = value.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c > 0xFFFF
                        ? c
                        : '?')
                .toArray();
        return new String(kept, 0, kept.length);
    }
}
