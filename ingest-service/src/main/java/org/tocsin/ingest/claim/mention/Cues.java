package org.tocsin.ingest.claim.mention;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** The words that bear on what a name is the name of. */
final class Cues {
    final Triggers triggers;
    final Set<String> notPlaces;
    final Set<String> commonNouns;
    final Set<String> at;
    final Set<String> toward;
    final Set<String> kind;
    final Set<String> side;
    final Set<String> placeAfter;
    final Set<String> personVerb;
    final Set<String> title;
    final Set<String> organisation;
    final Set<String> organisationOf;
    final Set<String> words;
    final Set<String> never;
    final Set<String> municipal;
    final Set<String> outlet;
    final Set<String> report;
    final Set<String> given;
    final Set<String> war;
    final Set<String> armed;
    final Set<String> region;
    final Set<String> settlement;
    final Set<String> near;
    final Set<String> direction;
    final Set<String> conflict;

    Cues(Triggers triggers, WordLists cues, WordLists parties) {
        WordLists names = WordLists.names();
        this.triggers = triggers;
        this.notPlaces = cues.words("not-places");
        this.commonNouns = union(List.of(
                parties.words("state"),
                parties.words("armed"),
                parties.words("forces"),
                parties.words("source"),
                parties.words("titles"),
                cues.words("settlement"),
                cues.words("facility"),
                cues.words("direction"),
                cues.words("region"),
                cues.words("report"),
                cues.words("peaceful"),
                cues.words("part")));
        this.at = names.words("at");
        this.toward = names.words("toward");
        this.kind = names.words("kind");
        this.side = names.words("side");
        this.placeAfter = names.words("place-after");
        this.personVerb = names.words("person-verb");
        this.title = names.words("title");
        this.organisation = names.words("organisation");
        this.organisationOf = names.words("organisation-of");
        this.municipal = names.words("municipal");
        this.outlet = cues.words("outlets");
        this.report = cues.words("report");
        this.never = names.words("never");
        this.words = names.words("words");
        this.given = names.words("given");
        this.war = union(List.of(cues.words("war"), parties.words("armed")));
        this.armed = union(List.of(parties.words("state"), parties.words("armed"), parties.words("forces")));
        this.settlement = cues.words("settlement");
        this.region = cues.words("region");
        this.near = cues.words("near");
        this.direction = cues.words("direction");
        this.conflict = names.words("conflict").stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    }
}
