package org.tocsin.events.change;

import static j2html.TagCreator.a;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.time;

import j2html.tags.DomContent;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pieces of HTML for words that anybody may have written. The library escapes them; here they are kept from being more than words. */
final class Html {
    private Html() {}

    /** Words from a report, set apart from their surroundings whatever their direction. */
    static DomContent foreign(@Nullable String words) {
        return words == null ? text("") : bdi(clean(words));
    }

    /** A link if the address is one that a browser may follow, else its words. */
    static DomContent link(@Nullable String address, String words) {
        String href = safe(address);
        return href == null
                ? foreign(address)
                : a(bdi(clean(words))).withHref(href).withRel("noopener noreferrer nofollow");
    }

    /** The address if it is http or https with a host and nothing before the host; null for any other. */
    static @Nullable String safe(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** An instant in UTC; a document's time has at most milliseconds. */
    static DomContent at(Instant instant) {
        return time(instant.toString())
                .withDatetime(instant.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    static DomContent column(String words) {
        return th(words).attr("scope", "col");
    }

    static DomContent row(String words) {
        return th(words).attr("scope", "row");
    }

    /** Without characters that may not stand in HTML: controls and noncharacters. */
    static String clean(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().map(c -> isForbidden(c) ? '\uFFFD' : c).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isForbidden(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return control || noncharacter || (c >= 0xD800 && c <= 0xDFFF);
    }
}
