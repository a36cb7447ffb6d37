package org.tocsin.events.change;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.events.place.PlaceView;
import org.tocsin.events.sanctions.ListNews;
import org.tocsin.events.sanctions.ListNews.EntryNews;
import org.tocsin.events.sanctions.StandingKind;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.Aspect;
import org.tocsin.events.sanctions.list.EntryChange;
import org.tocsin.reference.ActorLink.Relation;
import org.tocsin.reference.Place;

/**
 * What a version of a sanctions list altered about an actor, and what that actor holds.
 *
 * @param version of the list
 * @param asOf the day from which the version is in force
 * @param before the actor's standing on the list by the version before
 * @param after its standing by this version
 * @param entries what came, went or was amended in name, alias, programme or reference
 * @param places what the actor holds by evidence on the day that it became known, or, of history, on the version's day
 * @param countries ISO codes of the countries of which the actor is the holder as long as nothing says otherwise
 */
@Schema(name = "SanctionsChange")
@RegisterForReflection(
        targets = {
            SanctionsChange.class,
            EntryNews.class,
            EntryChange.Kind.class,
            Aspect.class,
            Relation.class,
            StandingKind.class,
            ListId.class
        })
public record SanctionsChange(
        ListId list,
        @Schema(examples = "2") String version,
        LocalDate asOf,
        StandingKind before,
        StandingKind after,
        List<EntryNews> entries,
        List<PlaceView> places,
        @Schema(examples = "[\"RU\"]") List<String> countries) {
    public SanctionsChange {
        entries = List.copyOf(entries);
        places = List.copyOf(places);
        countries = List.copyOf(countries);
    }

    static SanctionsChange of(ListNews news, List<Place> places, List<String> countries) {
        return new SanctionsChange(
                news.list(),
                Integer.toString(news.version()),
                news.asOf(),
                news.before(),
                news.after(),
                news.entries(),
                places.stream().map(PlaceView::of).toList(),
                countries);
    }
}
