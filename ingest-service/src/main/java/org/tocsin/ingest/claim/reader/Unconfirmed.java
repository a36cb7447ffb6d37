package org.tocsin.ingest.claim.reader;

import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.text.Token;

/**
 * Sentences that take back the certainty of the one before: "The claim could not be independently verified." What was told as fact there is somebody's word,
 * and so is the title that says the same of the place.
 */
final class Unconfirmed {
    private static final String WHY = "the next sentence says that it is not confirmed: somebody's claim";

    private static final Set<String> PLAIN = Set.of(
            "the",
            "this",
            "that",
            "these",
            "those",
            "its",
            "their",
            "his",
            "latest",
            "battlefield",
            "reported",
            "first",
            "of",
            "either");

    /** What may stand between the claim and "verified". */
    private static final Set<String> LINKS = Set.of(
            "be",
            "been",
            "was",
            "were",
            "is",
            "are",
            "has",
            "have",
            "had",
            "could",
            "can",
            "not",
            "n't",
            "cannot",
            "yet",
            "immediately",
            "independently",
            "officially",
            "fully",
            "separately",
            "so",
            "far",
            "by",
            "to",
            "possible",
            "it");

    private static final Set<String> ENDS =
            Set.of(".", ",", "by", "and", "but", ";", "yet", "independently", "immediately", "on", "\u201d", "\"");
    private static final Set<String> ABOUT =
            Set.of("that", "of", "about", "on", "over", "who", "which", "whether", "how");

    /** No words of negation elsewhere. */
    private static final Set<String> NONE = Set.of("none", "unable");

    private final Set<String> verified;
    private final Set<String> reportNouns;
    private final Set<String> thisClaim;
    private final Set<String> negation;

    Unconfirmed(WordLists cues) {
        this.verified = cues.words("verified");
        this.reportNouns = cues.words("report-nouns");
        this.thisClaim = cues.words("this-claim");
        this.negation = cues.words("negation");
    }

    /** Does the sentence say that what was told before it is not confirmed? */
    boolean says(List<Token> tokens) {
        int not = -1;
        for (int i = 0; i < tokens.size(); i++) {
            String lower = tokens.get(i).lower();
            if (verified.contains(lower) && (not >= 0 || has(tokens, i + 1, 1, negation))) {
                return isSubject(tokens, i) || isObject(tokens, i + 1) || isNothing(tokens, i);
            }
            not = negation.contains(lower) || NONE.contains(lower) ? i : not;
        }
        return false;
    }

    /** "The claim could not be verified", "None of these reports has been confirmed". */
    private boolean isSubject(List<Token> tokens, int verb) {
        boolean ends =
                verb + 1 >= tokens.size() || ENDS.contains(tokens.get(verb + 1).lower());
        int i = verb - 1;
        while (i >= 0
                && LINKS.contains(tokens.get(i).lower())
                && !(i == 0 && thisClaim.contains(tokens.get(i).lower()))) {
            i--;
        }
        boolean claim = i >= 0
                && (reportNouns.contains(tokens.get(i).lower())
                        || (i == 0 && thisClaim.contains(tokens.get(i).lower())));
        return ends && claim && isPlain(tokens, 0, i);
    }

    /** "Reuters could not verify the claim", "It was not possible to confirm this". */
    private boolean isObject(List<Token> tokens, int from) {
        int i = from;
        while (i < tokens.size()
                && (PLAIN.contains(tokens.get(i).lower())
                        || tokens.get(i).lower().equals("independently"))) {
            boolean alone = thisClaim.contains(tokens.get(i).lower())
                    && (i + 1 >= tokens.size()
                            || ENDS.contains(tokens.get(i + 1).lower()));
            if (alone) {
                return true;
            }
            i++;
        }
        boolean claim = i < tokens.size()
                && i > from
                && reportNouns.contains(tokens.get(i).lower());
        return (claim && !has(tokens, i + 1, 1, ABOUT))
                || (i < tokens.size() && i == from && tokens.get(i).lower().equals("it"));
    }

    /** "There was no independent confirmation." */
    private boolean isNothing(List<Token> tokens, int noun) {
        boolean there = tokens.get(0).lower().equals("there")
                && tokens.get(noun).lower().endsWith("ion");
        return there
                && noun < 8
                && (noun + 1 >= tokens.size()
                        || ENDS.contains(tokens.get(noun + 1).lower())
                        || ofClaim(tokens, noun + 1));
    }

    private boolean ofClaim(List<Token> tokens, int of) {
        return tokens.get(of).lower().equals("of") && isObject(tokens, of + 1);
    }

    private boolean isPlain(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            String lower = tokens.get(i).lower();
            if (!PLAIN.contains(lower)
                    && !negation.contains(lower)
                    && !lower.equals("none")
                    && !lower.equals("but")
                    && !lower.equals("however")
                    && !lower.equals(",")) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(List<Token> tokens, int from, int count, Set<String> wanted) {
        return tokens.stream().skip(from).limit(count).anyMatch(token -> wanted.contains(token.lower()));
    }

    /** Takes the certainty from what the sentence before {@code number} told as fact, and from the title where it told the same. */
    void apply(List<Claim> claims, int number) {
        List<Claim> last = Recent.before(claims, number);
        List<Claim> before = last.stream().filter(Unconfirmed::isFact).toList();
        last.replaceAll(claim -> before.contains(claim) || isTitleOf(before, claim) ? claim.asClaimed(WHY) : claim);
        // the claims of the title are the first
        for (int i = 0; i < claims.size() && isInTitle(claims.get(i)); i++) {
            if (isTitleOf(before, claims.get(i))) {
                claims.set(i, claims.get(i).asClaimed(WHY));
            }
        }
    }

    private static boolean isInTitle(Claim claim) {
        return claim.evidence().field().equals("title");
    }

    private static boolean isTitleOf(List<Claim> before, Claim claim) {
        return isInTitle(claim)
                && isFact(claim)
                && before.stream()
                        .anyMatch(
                                other -> other.place() != null && other.place().equals(claim.place()));
    }

    private static boolean isFact(Claim claim) {
        return claim.type().movesControl() && claim.stance() == Stance.ASSERTED;
    }
}
