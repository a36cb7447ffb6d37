package org.tocsin.alerts.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Element;

class XmlTest {
    @Property(tries = 500)
    void anyTextComesOutAsItIsButForWhatXmlCannotHold(@ForAll String text) throws Exception {
        String document = new Xml()
                .root("a", "urn:x", a -> a.attribute("b", text).text("c", text))
                .document();
        Element parsed = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertEquals(Xml.clean(text), parsed.getElementsByTagName("c").item(0).getTextContent());
    }
}
