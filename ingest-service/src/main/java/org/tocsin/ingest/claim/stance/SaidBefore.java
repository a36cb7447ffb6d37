package org.tocsin.ingest.claim.stance;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Who says a claim before it comes: "officials said that", "denied having", "the claim of rebels that". */
final class SaidBefore {
    private static final Set<String> CONTRAST_AFTER_COMMA = Set.of("while", "whereas", "although", "though", "as");

    private final Sayings sayings;
    private final Set<String> onlyWithComplement;
    private final Set<String> reportNouns;
    private final Set<String> denyNouns;

    SaidBefore(WordLists cues, Sayings sayings) {
        this.sayings = sayings;
        this.onlyWithComplement = cues.words("report-only-complement");
        this.reportNouns = cues.words("report-nouns");
        this.denyNouns = cues.words("deny-nouns");
    }

    /** Is it a verb of saying or denying that the claim is the content of? */
    boolean governs(Syntax syntax, int i, Finding finding) {
        if (!syntax.is(i, Kind.VERB) || syntax.phrase(i).head() >= finding.triggerStart()) {
            return false;
        }
        String head = Sayings.head(syntax, i);
        boolean denial = sayings.denies(syntax, i);
        if (!denial && !sayings.reports(syntax, i)) {
            return false;
        }
        if (isBoundaryBetween(syntax, i, finding.phrase())) {
            return false;
        }
        boolean complement = syntax.is(i + 1, Kind.SUBORDINATOR)
                || syntax.is(i + 1, Kind.VERB)
                || syntax.is(i + 1, Kind.MARK)
                || syntax.nounAfter(i).isPresent()
                || syntax.is(i + 1, Kind.ADVERB)
                || syntax.is(i + 1, Kind.DATE);
        return denial || complement || !onlyWithComplement.contains(head);
    }

    /** Does a new assertion begin between the verb that says and the claim: "said X, but Y", "said X; Y", "said, while Y"? */
    private static boolean isBoundaryBetween(Syntax syntax, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Kind kind = syntax.phrase(i).kind();
            boolean aside = syntax.lower(i).equals("as") && syntax.between(i, to, Set.of(Kind.COMMA));
            boolean contrast = syntax.is(i - 1, Kind.COMMA) && CONTRAST_AFTER_COMMA.contains(syntax.lower(i)) && !aside;
            boolean semicolon = kind == Kind.MARK && syntax.lower(i).equals(";");
            boolean butAfterComma = kind == Kind.BUT && syntax.is(i - 1, Kind.COMMA) && syntax.is(i + 1, Kind.NOUN);
            if (contrast || semicolon || butAfterComma) {
                return true;
            }
        }
        return false;
    }

    /** "the report that", "denials of": a noun that the claim is the content of. */
    boolean isReportNoun(Syntax syntax, int i, Finding finding) {
        if (!syntax.is(i, Kind.NOUN)) {
            return false;
        }
        boolean noun = syntax.words.isOneOf(syntax.phrase(i).head(), reportNouns)
                || syntax.words.isOneOf(syntax.phrase(i).head(), denyNouns);
        boolean opens = syntax.is(i + 1, Kind.SUBORDINATOR)
                || syntax.is(i + 1, Kind.RELATIVE)
                || syntax.isPreposition(i + 1, Set.of("of", "about"))
                || (syntax.is(i + 1, Kind.VERB) && syntax.verb(i + 1).infinitive());
        return noun && opens && !isBoundaryBetween(syntax, i, finding.phrase());
    }

    Attribution ofNoun(Roles roles, int i) {
        Syntax syntax = roles.syntax();
        boolean denial = syntax.words.isOneOf(syntax.phrase(i).head(), denyNouns);
        boolean owned = syntax.is(i - 1, Kind.NOUN) && syntax.phrase(i - 1).possessive();
        return new Attribution(denial, owned ? roles.source(i - 1) : null, Sayings.cue(syntax, i));
    }
}
