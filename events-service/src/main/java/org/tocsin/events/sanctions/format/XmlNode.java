package org.tocsin.events.sanctions.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One element of a record. Names are local names; what is an attribute in one file and an element in another is found as either. */
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String text) {
    /** The attribute of this name, or the text of the first child of this name; tidied, empty when there is none. */
    String value(String named) {
        String attribute = attributes.get(named);
        if (attribute != null) {
            return Words.tidy(attribute);
        }
        return child(named).map(child -> Words.tidy(child.text())).orElse("");
    }

    Optional<XmlNode> child(String named) {
        return children(named).findFirst();
    }

    Stream<XmlNode> children(String named) {
        return children.stream().filter(child -> child.name().equals(named));
    }

    /** The texts of {@code <named><VALUE>text</VALUE></named>}. */
    Stream<String> values(String named, String inner) {
        return children(named)
                .flatMap(child -> child.children(inner))
                .map(value -> Words.tidy(value.text()))
                .filter(text -> !text.isEmpty());
    }
}
