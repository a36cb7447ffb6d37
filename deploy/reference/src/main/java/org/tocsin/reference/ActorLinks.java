package org.tocsin.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The curated links of actors to entries of sanctions lists: the files {@code actor-links.tsv} and {@code unlinked-entries.tsv}. */
public final class ActorLinks {
    private static final Set<String> LISTS = Set.of("OFAC_SDN", "OFAC_CONSOLIDATED", "UN", "UK", "EU");

    private final List<ActorLink> links = new ArrayList<>();
    private final Map<String, List<ActorLink>> byActor = new LinkedHashMap<>();
    private final List<UnlinkedEntry> unlinked = new ArrayList<>();

    private ActorLinks(Actors actors) {
        Set<String> seen = new HashSet<>();
        for (Tsv.Row row : Resources.table("actor-links.tsv")) {
            ActorLink link = link(row);
            boolean known = actors.byId(link.actor()).isPresent() && LISTS.contains(link.list());
            if (!known || !seen.add(link.actor() + " " + link.list() + " " + link.reference())) {
                throw new IllegalStateException("not a link, or a link twice: " + row);
            }
            links.add(link);
            byActor.computeIfAbsent(link.actor(), id -> new ArrayList<>()).add(link);
        }
        for (Tsv.Row row : Resources.table("unlinked-entries.tsv")) {
            unlinked.add(new UnlinkedEntry(
                    row.text("list"),
                    row.text("reference"),
                    row.text("entryName"),
                    row.text("decidedBy"),
                    LocalDate.parse(row.text("decidedOn")),
                    row.text("why")));
        }
    }

    /** Reads the data from the class path; keep the result. */
    public static ActorLinks load(Actors actors) {
        return new ActorLinks(actors);
    }

    public List<ActorLink> all() {
        return List.copyOf(links);
    }

    /** The links of an actor itself, not those of its parents and members. */
    public List<ActorLink> of(String actor) {
        return List.copyOf(byActor.getOrDefault(actor, List.of()));
    }

    /** Entries that look like armed groups and are none of the actors. */
    public List<UnlinkedEntry> unlinked() {
        return List.copyOf(unlinked);
    }

    private static ActorLink link(Tsv.Row row) {
        return new ActorLink(
                row.text("actor"),
                row.text("list"),
                row.text("reference"),
                row.text("entryName"),
                ActorLink.Relation.valueOf(row.text("relation")),
                day(row, "listedOn"),
                day(row, "delistedOn"),
                day(row, "validFrom"),
                day(row, "validTo"),
                row.text("decidedBy"),
                LocalDate.parse(row.text("decidedOn")),
                row.text("why"));
    }

    private static Optional<LocalDate> day(Tsv.Row row, String column) {
        return Optional.of(row.text(column)).filter(cell -> !cell.isEmpty()).map(LocalDate::parse);
    }
}
