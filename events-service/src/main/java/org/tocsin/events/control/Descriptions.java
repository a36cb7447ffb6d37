package org.tocsin.events.control;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tocsin.events.actor.Party;

/** Whether the words that describe a party can mean a certain one: "militants" are not a government's, "troops" are. */
final class Descriptions {
    private static final Pattern REGULAR =
            Pattern.compile("\\b(army|troops|soldiers?|military|police|government|security forces|loyalists?)\\b");
    private static final Pattern IRREGULAR = Pattern.compile(
            "\\b(militants?|rebels?|insurgents?|gunm[ae]n|jihad\\w*|extremists?|islamists?|terrorists?|militia\\w*|fighters?"
                    + "|separatists?|guerrillas?)\\b");

    private Descriptions() {}

    /** Whether {@code described}, which has no id, can be {@code named}, which has one. */
    static boolean fit(Party described, Party named) {
        if (!described.described() || named.described()) {
            return false;
        }
        String words = described.name().toLowerCase(Locale.ROOT);
        if (words.contains("pro-government")) {
            return named.government();
        }
        boolean regular = REGULAR.matcher(words).find();
        boolean irregular = IRREGULAR.matcher(words).find();
        return regular == irregular || regular == named.government();
    }

    /** Whether the words tell soldiers of a state from others; "forces" could be anybody's. */
    static boolean telling(Party described) {
        String words = described.name().toLowerCase(Locale.ROOT);
        return REGULAR.matcher(words).find() != IRREGULAR.matcher(words).find();
    }

    /** Whether they are, or can be, one and the same. */
    static boolean same(Party one, Party other) {
        return one.key().equals(other.key()) || fit(one, other) || fit(other, one);
    }
}
