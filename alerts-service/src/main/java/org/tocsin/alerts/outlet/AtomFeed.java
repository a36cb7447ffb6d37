package org.tocsin.alerts.outlet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.format.AlertInWords;

/** A feed of alerts: Atom (RFC 4287), each entry holding the alert as a message of CAP 1.2; older pages by RFC 5005. */
final class AtomFeed {
    static final String MEDIA_TYPE = "application/atom+xml";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    /**
     * @param subscription id of the subscription
     * @param updated when the last alert was made, or the subscription
     * @param self its own address, with the key
     * @param older the address of the next older page, if there is one
     * @param alerts the newest first
     * @param sent when the alerts that these revise were sent
     */
    static String of(
            UUID subscription,
            String name,
            Instant updated,
            String self,
            @Nullable String older,
            List<AlertInWords> alerts,
            Map<UUID, Instant> sent) {
        return new Xml()
                .root("feed", NAMESPACE, feed -> {
                    feed.text("id", "urn:uuid:" + subscription)
                            .text("title", "Tocsin: " + name)
                            .text("updated", updated.toString());
                    feed.element("author", author -> author.text("name", "Tocsin"));
                    link(feed, "self", self);
                    if (older != null) {
                        link(feed, "next", older);
                    }
                    alerts.forEach(alert -> feed.element("entry", entry -> entry(entry, alert, sent)));
                })
                .document();
    }

    private static void link(Xml feed, String relation, String address) {
        feed.element("link", link -> link.attribute("rel", relation)
                .attribute("type", MEDIA_TYPE)
                .attribute("href", address));
    }

    private static void entry(Xml entry, AlertInWords alert, Map<UUID, Instant> sent) {
        entry.text("id", "urn:uuid:" + alert.id())
                .text("title", alert.headline())
                .text("updated", alert.sent().toString());
        entry.element("category", category -> category.attribute("term", alert.message()));
        entry.element("category", category -> category.attribute("term", alert.kind()));
        entry.text("summary", alert.description());
        entry.element("content", content -> {
            content.attribute("type", CapAlert.MEDIA_TYPE);
            CapAlert.write(content, alert, sent);
        });
    }
}
