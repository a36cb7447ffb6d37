package org.tocsin.events.sanctions.format;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through an xml file record by record. A document type definition and entities of its own are refused. */
final class XmlRecords {
    /** Takes one record at a time; the node of the root has no children. */
    interface Sink {
        void root(XmlNode root) throws UnreadableList;

        void record(XmlNode node) throws UnreadableList;
    }

    private final XMLStreamReader reader;
    private int size;

    private XmlRecords(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** Gives every element with one of these names to the sink. */
    static void read(InputStream in, CappedStream counted, Set<String> records, Sink sink) throws UnreadableList {
        String root = "";
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(in);
            XmlRecords walk = new XmlRecords(reader);
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (depth == 0) {
                        root = reader.getLocalName();
                        sink.root(new XmlNode(root, walk.attributes(), List.of(), ""));
                    } else if (records.contains(reader.getLocalName())) {
                        walk.size = 0;
                        sink.record(walk.node(depth));
                        continue;
                    }
                    depth = deeper(depth);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else {
                    refuse(event);
                }
            }
        } catch (XMLStreamException e) {
            throw because(e, counted, root);
        } catch (RuntimeException e) {
            // The JDK's reader throws these on some broken input.
            throw new UnreadableList(
                    Fault.Kind.UNPARSEABLE,
                    "the xml cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static void refuse(int event) throws UnreadableList {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableList(
                    Fault.Kind.DTD,
                    "the xml has a document type definition or entities of its own, which no list needs");
        }
    }

    private static int deeper(int depth) throws UnreadableList {
        if (depth >= Limits.DEPTH) {
            throw Limits.exceeded("the xml has elements more than " + Limits.DEPTH + " deep");
        }
        return depth + 1;
    }

    private XmlNode node(int depth) throws XMLStreamException, UnreadableList {
        int below = deeper(depth);
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes();
        List<XmlNode> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(node(below));
                case XMLStreamConstants.END_ELEMENT -> {
                    grow(text.length() + name.length() + 16);
                    return new XmlNode(name, attributes, children, text.toString());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    text.append(reader.getText());
                    if (text.length() > Limits.RECORD) {
                        grow(text.length());
                    }
                }
                default -> refuse(reader.getEventType());
            }
        }
    }

    private void grow(int by) throws UnreadableList {
        size += by;
        if (size > Limits.RECORD) {
            throw Limits.exceeded("the xml has a record of more than " + Limits.RECORD + " characters");
        }
    }

    private Map<String, String> attributes() throws UnreadableList {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            grow(reader.getAttributeValue(i).length());
        }
        return attributes;
    }

    private static UnreadableList because(XMLStreamException e, CappedStream in, String root) {
        for (Throwable cause = e; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            Throwable nested = cause instanceof XMLStreamException stream ? stream.getNestedException() : null;
            if (cause instanceof CappedStream.TooMuch || nested instanceof CappedStream.TooMuch) {
                return Limits.exceeded("the file has " + new CappedStream.TooMuch().getMessage());
            }
            if (cause instanceof CharConversionException || nested instanceof CharConversionException) {
                return new UnreadableList(
                        Fault.Kind.ENCODING, "the file is not of the encoding it says, near byte " + in.count());
            }
            if (nested instanceof IOException io) {
                return new UnreadableList(Fault.Kind.TRUNCATED, "the file ends too early: " + io.getMessage());
            }
        }
        if (in.ended()
                && !in.tail().contains("</" + root)
                && !root.isEmpty()
                && !in.tail().contains(":" + root + ">")) {
            return new UnreadableList(Fault.Kind.TRUNCATED, "the file ends before the end of its element " + root);
        }
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        String words = e.getMessage() == null ? "" : Words.tidy(e.getMessage().replaceFirst("(?s)^.*Message: ", ""));
        return new UnreadableList(
                Fault.Kind.UNPARSEABLE,
                "the xml is broken on line " + line
                        + (words.isEmpty() ? "" : ": " + words.substring(0, Math.min(words.length(), 200))));
    }
}
