package org.tocsin.ingest.claim.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.text.Token;

/** The names of a text, by the tokens that they cover. */
public final class Mentions {
    private final List<Token> tokens;
    private final @Nullable Mention[] byToken;
    private final List<Mention.OfPlace> inWords;
    private final Cues cues;

    /** @param inWords places that are only part of a word ("Seattle-based") and cover no token */
    Mentions(List<Token> tokens, @Nullable Mention[] byToken, List<Mention.OfPlace> inWords, Cues cues) {
        this.tokens = tokens;
        this.byToken = byToken;
        this.inWords = List.copyOf(inWords);
        this.cues = cues;
    }

    /** The name that covers the token, or null. */
    public @Nullable Mention at(int token) {
        return byToken[token];
    }

    /**
     * The names as the report as a whole lets them be read: names of persons and organisations are no places, and each place has its likeliest bearer first. A place
     * that only sounds like a name of the gazetteer is dropped unless it lies in a country that the report is about: an unknown town is better left unknown
     * than moved to another country.
     *
     * @param report to which all mentions of the report, these too, were added
     */
    public Mentions supportedBy(Surroundings report) {
        return report.resolved(this);
    }

    /** All places that the text names, in its order; meant for mentions that their report supports. */
    public List<NamedPlace> places() {
        List<NamedPlace> places = new ArrayList<>();
        NamedRoles roles = new NamedRoles(new NamedText(tokens, byToken), cues);
        for (Mention mention : all()) {
            if (mention instanceof Mention.OfPlace named) {
                places.add(new NamedPlace(
                        tokens.get(named.start()).start(),
                        tokens.get(named.end() - 1).end(),
                        named.place(),
                        roles.of(named)));
            }
        }
        for (Mention.OfPlace named : inWords) {
            Token last = tokens.get(named.end() - 1);
            int hyphen = last.start() + last.text().lastIndexOf('-');
            places.add(new NamedPlace(tokens.get(named.start()).start(), hyphen, named.place(), NamedPlace.Role.SCENE));
        }
        places.sort(Comparator.comparingInt(NamedPlace::start));
        return places;
    }

    /** "Russian forces", "US warplanes": the country is named for who comes from it, not for where something happens. */
    boolean isAttacker(Mention.OfCountry named) {
        for (int i = named.end(); i < Math.min(tokens.size(), named.end() + 2); i++) {
            if (cues.armed.contains(tokens.get(i).lower())) {
                return !cues.conflict.contains(named.country().code());
            }
        }
        return false;
    }

    /** Each name once. */
    List<Mention> all() {
        List<Mention> all = new ArrayList<>();
        for (int i = 0; i < byToken.length; i++) {
            @Nullable Mention mention = byToken[i];
            if (mention != null && mention.start() == i) {
                all.add(mention);
            }
        }
        return all;
    }

    /** The same text with other mentions. */
    Mentions with(@Nullable Mention[] other, List<Mention.OfPlace> otherInWords) {
        return new Mentions(tokens, other, otherInWords, cues);
    }

    List<Mention.OfPlace> inWords() {
        return inWords;
    }

    @Nullable Mention[] copy() {
        return byToken.clone();
    }

    List<Token> tokens() {
        return tokens;
    }

    Cues cues() {
        return cues;
    }

    int size() {
        return byToken.length;
    }
}
