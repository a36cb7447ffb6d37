package org.tocsin.ingest.claim.clause;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.reference.Place;

/** What earlier sentences of the report have left in mind: what "the city", "he" and "the group" can mean. One per report, used by one thread. */
public final class Memory {
    private @Nullable Place place;
    private @Nullable Place scene;
    private boolean sceneIsFacility;
    private @Nullable Place aside;
    private int asideSentence;
    private int sentence = 1;
    private @Nullable ActorName speaker;
    private @Nullable ActorName party;
    private @Nullable LocalDate date;
    private final Map<String, String> introduced = new HashMap<>();
    private final Map<String, ActorName> institutions = new HashMap<>();
    private final Set<String> old = new HashSet<>();
    private final Set<String> current = new HashSet<>();

    public void remember(Place mentioned) {
        place = mentioned;
    }

    /** Keeps the place that something was told of: it is what "the city" means, more than one that was only named. */
    public void rememberScene(Place toldOf, boolean facility) {
        scene = toldOf;
        sceneIsFacility = facility;
    }

    /** Keeps the place of background, which is what "the city" means in the next sentence only. */
    public void rememberAside(Place toldOf) {
        aside = toldOf;
        asideSentence = sentence;
    }

    /** Another sentence begins. */
    public void nextSentence() {
        sentence++;
    }

    /** Was the last thing told of an airport or a base there? Then "it" is that. */
    boolean sceneIsFacility() {
        return sceneIsFacility;
    }

    public void rememberSpeaker(ActorName said) {
        speaker = said;
    }

    public void rememberParty(ActorName acted) {
        party = acted;
    }

    public void rememberDate(LocalDate told) {
        date = told;
    }

    /** The first day of the date that was told last, or null. */
    public @Nullable LocalDate date() {
        return date;
    }

    /** Keeps how somebody was introduced: "Russian general Gerasimov", for the plain surname later. */
    public void rememberName(ActorName said) {
        String words = said.name();
        int blank = words.lastIndexOf(' ');
        if (blank > 0) {
            introduced.putIfAbsent(words.substring(blank + 1).toLowerCase(Locale.ROOT), words);
        }
    }

    /** How the one of that last name, in lower case, was introduced. */
    Optional<String> described(String lastName) {
        return Optional.ofNullable(introduced.get(lastName));
    }

    /** Keeps whose "the ministry" is. */
    void introduce(String noun, ActorName whose) {
        institutions.put(noun, whose);
    }

    Optional<ActorName> institution(String noun) {
        return Optional.ofNullable(institutions.get(noun));
    }

    /** Keeps whether what was told of the place was news or background. */
    public void rememberAge(Place toldOf, boolean background) {
        if (background) {
            old.add(toldOf.id());
        } else {
            current.add(toldOf.id());
        }
    }

    /** Was all that the report told of the place background? */
    public boolean isOld(Place toldOf) {
        return old.contains(toldOf.id()) && !current.contains(toldOf.id());
    }

    /** Did the report tell news of the place? */
    public boolean isCurrent(Place toldOf) {
        return current.contains(toldOf.id());
    }

    /** The party that acted last. */
    public Optional<ActorName> party() {
        return Optional.ofNullable(party);
    }

    public Optional<Place> place() {
        if (aside != null && asideSentence == sentence - 1) {
            return Optional.of(aside);
        }
        return Optional.ofNullable(scene == null ? place : scene);
    }

    public Optional<ActorName> speaker() {
        return Optional.ofNullable(speaker);
    }
}
