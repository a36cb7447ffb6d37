package org.tocsin.ingest.copy;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.Stance;

/**
 * What a claim says about who holds a place, as far as two reports may not differ in it and still be copies.
 *
 * @param party who took, left or holds it; null when it is only described
 * @param day null unless a day is told
 * @param headline whether only the headline tells it, which every site writes anew
 */
public record Fact(
        Kind kind,
        String place,
        @Nullable String party,
        @Nullable LocalDate day,
        boolean headline) {
    enum Kind {
        TAKES,
        TAKES_PART,
        LEAVES,
        HOLDS,
        DENIES_TAKING,
        DENIES_LEAVING
    }

    /** The facts in the claims of a report, each once; those of the headline only if the text has none. */
    public static List<Fact> in(List<Claim> claims) {
        Set<Fact> told = new LinkedHashSet<>();
        Set<Fact> headlines = new LinkedHashSet<>();
        for (Claim claim : claims) {
            boolean headline = !claim.evidence().field().equals("text");
            of(claim, headline).ifPresent(headline ? headlines::add : told::add);
        }
        return List.copyOf(told.isEmpty() ? headlines : told);
    }

    /** A fact as {@link #toText()} wrote it. */
    public static Fact fromText(String text) {
        String[] parts = text.split("\\|", -1);
        return new Fact(
                Kind.valueOf(parts[0]),
                parts[1],
                parts[2].isEmpty() ? null : parts[2],
                parts[3].isEmpty() ? null : LocalDate.parse(parts[3]),
                parts.length > 4);
    }

    /** {@code KIND|place|party|day}, the last two perhaps empty, with {@code |headline} behind it if only that tells it. */
    public String toText() {
        return kind + "|" + place + "|" + (party == null ? "" : party) + "|" + (day == null ? "" : day)
                + (headline ? "|headline" : "");
    }

    /** Whether this is what {@code earlier} tells already: nothing that both tell is told otherwise. Who takes a place holds it. */
    boolean repeats(Fact earlier) {
        boolean sameKind = kind == earlier.kind || (kind == Kind.HOLDS && earlier.kind == Kind.TAKES);
        return sameKind
                && place.equals(earlier.place)
                && (party == null || earlier.party == null || party.equals(earlier.party))
                && (day == null || earlier.day == null || day.equals(earlier.day));
    }

    private static Optional<Fact> of(Claim claim, boolean headline) {
        Kind kind = kindOf(claim);
        if (kind == null || claim.place() == null) {
            return Optional.empty();
        }
        ActorName actor = claim.actor();
        return Optional.of(new Fact(
                kind,
                claim.place().id(),
                actor == null ? null : actor.id(),
                claim.datePrecision() == DatePrecision.DAY ? claim.occurredOn() : null,
                headline));
    }

    private static @Nullable Kind kindOf(Claim claim) {
        boolean denied = claim.stance() == Stance.DENIED;
        if (!denied && !claim.stance().tellsFact()) {
            return null;
        }
        return switch (claim.type()) {
            case TERRITORY_SEIZED, TERRITORY_REGAINED, TERRITORY_TRANSFERRED ->
                denied
                        ? Kind.DENIES_TAKING
                        : claim.changesHands()
                                ? Kind.TAKES
                                : claim.extent() == Extent.PART || claim.extent() == Extent.FACILITY
                                        ? Kind.TAKES_PART
                                        : null;
            case WITHDRAWAL -> denied ? Kind.DENIES_LEAVING : claim.changesHands() ? Kind.LEAVES : null;
            case TERRITORY_HELD -> denied ? null : Kind.HOLDS;
            default -> null;
        };
    }
}
