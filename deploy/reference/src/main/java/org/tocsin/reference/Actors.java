package org.tocsin.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parties to armed conflicts: those of the curated file {@code actors.tsv}, and for each country its government and its armed forces, which hold for it.
 */
public final class Actors {

    private final Map<String, Actor> byId = new LinkedHashMap<>();
    private final Phrases<Actor> phrases = new Phrases<>();
    private final StateForces stateForces;
    private final Set<String> functionWords = Resources.words("function-words.txt");

    private Actors(Countries countries) {
        stateForces = new StateForces(countries);
        countries.all().forEach(country -> ActorFile.ofState(country).forEach(actor -> byId.put(actor.id(), actor)));
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        for (Tsv.Row row : Resources.table("actors.tsv")) {
            Actor actor = ActorFile.actor(row, Optional.ofNullable(byId.get(row.text("id"))));
            byId.put(actor.id(), actor);
            if (spellings.put(actor.id(), ActorFile.spellings(row)) != null) {
                throw new IllegalStateException("actor twice: " + actor.id());
            }
        }
        spellings.forEach((id, names) -> names.forEach(name -> phrases.add(name, of(id))));
        byId.values().forEach(this::check);
    }

    /** Reads the data from the class path; keep the result. */
    public static Actors load() {
        return new Actors(Countries.load());
    }

    /** As {@link #load()}, with countries that are loaded already. */
    public static Actors load(Countries countries) {
        return new Actors(countries);
    }

    public Optional<Actor> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Actor> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /**
     * The actor that holds what this one takes: follows {@link Actor#holdsFor()} to its end. An id that is not known holds for itself.
     */
    public String side(String actorId) {
        String id = actorId;
        Actor actor = byId.get(id);
        while (actor != null && !actor.holdsFor().isEmpty()) {
            id = actor.holdsFor();
            actor = byId.get(id);
        }
        return id;
    }

    /** The actors that hold for this one and for nobody between, in the order of their file. */
    public List<Actor> membersOf(String actorId) {
        return byId.values().stream()
                .filter(actor -> actor.holdsFor().equals(actorId))
                .toList();
    }

    /** The actor that this one holds for, the one that that one holds for, and so on. */
    public List<Actor> parentsOf(String actorId) {
        List<Actor> parents = new ArrayList<>();
        Actor actor = byId.get(actorId);
        while (actor != null && !actor.holdsFor().isEmpty()) {
            actor = of(actor.holdsFor());
            parents.add(actor);
        }
        return parents;
    }

    /** The actors of that name after folding, several when it is ambiguous; abbreviations of up to three letters only in their own case. */
    public List<Actor> named(String alias) {
        Set<Actor> found = new LinkedHashSet<>();
        for (var entry : phrases.of(alias)) {
            if (Spelling.fitsIgnoringCapitals(entry.phrase(), alias.strip())) {
                found.add(entry.meaning());
            }
        }
        String name = alias.strip();
        if (found.isEmpty()) {
            stateForces
                    .longestAt(name, 0)
                    .filter(hit -> hit.end() == name.length())
                    .ifPresent(hit -> found.addAll(actorsOf(hit)));
        }
        return List.copyOf(found);
    }

    /** The longest name of an actor that starts at the index, the start of a word, and ends at the end of a word; a possessive 's stays outside. */
    public Optional<Match> longestAt(String text, int start) {
        Optional<Match> listed = phrases.longestAt(text, start, Spelling::fits)
                .filter(hit -> !isShoutedWord(text, start, hit.end()))
                .map(hit -> new Match(start, hit.end(), hit.meanings()));
        Optional<Match> composed =
                stateForces.longestAt(text, start).map(hit -> new Match(start, hit.end(), actorsOf(hit)));
        boolean longer = composed.isPresent()
                && listed.map(match -> match.end() < composed.get().end()).orElse(true);
        return longer ? composed : listed;
    }

    /** "WAR IS OVER" is not about Islamic State. */
    private boolean isShoutedWord(String text, int start, int end) {
        return functionWords.contains(Folding.fold(text.substring(start, end))) && Words.isShouted(text, start, end);
    }

    private List<Actor> actorsOf(StateForces.Hit hit) {
        List<Actor> actors = new ArrayList<>();
        for (Country country : hit.countries()) {
            actors.add(of(hit.forces() ? country.armedForces() : country.government()));
        }
        return actors;
    }

    private Actor of(String id) {
        Actor actor = byId.get(id);
        if (actor == null) {
            throw new IllegalStateException("no such actor: " + id);
        }
        return actor;
    }

    private void check(Actor actor) {
        actor.allies().forEach(this::of);
        Set<String> chain = new LinkedHashSet<>();
        for (String id = actor.id(); !id.isEmpty(); id = of(id).holdsFor()) {
            if (!chain.add(id)) {
                throw new IllegalStateException("actors hold for each other: " + chain);
            }
        }
    }

    /**
     * An actor named in a text.
     *
     * @param start char index of its first character
     * @param end char index after its last
     * @param candidates the actors of that name, never empty
     */
    public record Match(int start, int end, List<Actor> candidates) {
        public Match {
            candidates = List.copyOf(candidates);
        }
    }
}
