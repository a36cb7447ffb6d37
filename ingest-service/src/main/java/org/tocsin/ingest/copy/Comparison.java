package org.tocsin.ingest.copy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.copy.Vocabulary.Mark;

/**
 * Whether a story is a near copy of one that was published before it: it stands in it, or the other stands in it, nearly as a whole; each tells
 * first what the other tells too; and nowhere do they differ in what decides.
 */
public final class Comparison {
    /** Stories further apart are never compared. */
    public static final Duration WINDOW = Duration.ofDays(5);

    /** What part of the shorter story must stand in the other. */
    private static final double ENOUGH = 0.7;

    /** In fewer words two reporters tell the same in the same words by chance; then nearly all must be alike. */
    private static final int SHORT = 25;

    private static final double ENOUGH_OF_SHORT = 0.9;

    /** A sentence that the later story has to itself may not have these. */
    private static final Set<Mark> NEWS = EnumSet.of(Mark.TAKE, Mark.RETAKE, Mark.LEAVE, Mark.DENY);

    private Comparison() {}

    /** Whether {@code later} is a near copy of {@code earlier}. */
    public static Verdict between(Story earlier, Story later) {
        if (Duration.between(earlier.publishedAt(), later.publishedAt()).abs().compareTo(WINDOW) > 0) {
            return Verdict.no(0, "too far apart");
        }
        if (earlier.isTooShort() || later.isTooShort()) {
            return Verdict.no(0, "too short");
        }
        int shorter = Math.min(earlier.size(), later.size());
        Pairing before = new Pairing(earlier);
        Pairing after = new Pairing(later);
        int found = 0;
        for (Line line : later.lines()) {
            Optional<Line> partner = before.partnerOf(line);
            if (partner.isPresent()) {
                found += line.size();
                Optional<String> difference = Difference.between(partner.get(), line);
                if (difference.isPresent()) {
                    return Verdict.no(0, "differs: " + difference.get());
                }
            } else if (line.marks().stream().anyMatch(NEWS::contains)) {
                return Verdict.no(0, "has more to tell");
            }
        }
        int foundBefore = earlier.lines().stream()
                .filter(line -> after.partnerOf(line).isPresent())
                .mapToInt(Line::size)
                .sum();
        double likeness =
                later.size() <= earlier.size() ? (double) found / later.size() : (double) foundBefore / earlier.size();
        if (likeness < (shorter < SHORT ? ENOUGH_OF_SHORT : ENOUGH)) {
            return Verdict.no(likeness, "another text");
        }
        if (before.partnerOf(later.lead()).isEmpty()
                || after.partnerOf(earlier.lead()).isEmpty()) {
            return Verdict.no(likeness, "begins otherwise");
        }
        return facts(earlier.facts(), later.facts())
                .map(reason -> Verdict.no(likeness, reason))
                .orElseGet(() -> Verdict.copy(likeness));
    }

    /**
     * A copy tells nothing about who holds a place that the story before it does not tell. A headline of its own is no other story, unless both texts
     * leave it to the headline which place it is.
     */
    private static Optional<String> facts(List<Fact> earlier, List<Fact> later) {
        for (Fact fact : later) {
            boolean told = earlier.stream().anyMatch(fact::repeats);
            boolean otherwise = earlier.stream().anyMatch(f -> f.place().equals(fact.place()));
            boolean comparable =
                    !fact.headline() || (!otherwise && earlier.stream().anyMatch(Fact::headline));
            if (!told && comparable) {
                return Optional.of(otherwise ? "tells it otherwise" : "tells more");
            }
        }
        return Optional.empty();
    }
}
