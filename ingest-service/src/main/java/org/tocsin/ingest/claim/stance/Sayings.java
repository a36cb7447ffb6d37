package org.tocsin.ingest.claim.stance;

import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** The verbs of saying and denying in a sentence, and who says what they report. */
final class Sayings {
    private final Set<String> report;
    private final Set<String> deny;

    Sayings(WordLists cues) {
        this.report = cues.words("report");
        this.deny = cues.words("deny");
    }

    boolean reports(Syntax syntax, int verb) {
        return report.contains(head(syntax, verb));
    }

    boolean isDenial(String lower) {
        return deny.contains(lower);
    }

    boolean denies(Syntax syntax, int verb) {
        // "would neither confirm nor deny"
        return deny.contains(head(syntax, verb)) && !syntax.lower(verb - 1).equals("nor");
    }

    /** Says either that something is so or that it is not. */
    boolean says(Syntax syntax, int verb) {
        return reports(syntax, verb) || denies(syntax, verb);
    }

    // words and people

    static String head(Syntax syntax, int verb) {
        return syntax.words.lower(syntax.phrase(verb).head());
    }

    /** The words of the phrase, which show who says so. */
    static String cue(Syntax syntax, int phrase) {
        return syntax.words.text(
                syntax.phrase(phrase).start(), syntax.phrase(phrase).end());
    }

    /** Who says what the verb reports, or null: its subject, or the agent of a passive. */
    static @Nullable ActorName sayer(Roles roles, int verb) {
        Syntax syntax = roles.syntax();
        if (syntax.verb(verb).passive()) {
            OptionalInt agent = syntax.agentOf(verb);
            return agent.isPresent() ? roles.source(agent.getAsInt()) : null;
        }
        OptionalInt noun = roles.subjectOrInverted(verb);
        return noun.isPresent() ? roles.source(noun.getAsInt()) : null;
    }

    /** The last one in the sentence who says something, or null. */
    @Nullable ActorName lastSpeaker(Roles roles) {
        Syntax syntax = roles.syntax();
        for (int i = syntax.size() - 1; i >= 0; i--) {
            if (syntax.is(i, Kind.VERB) && says(syntax, i)) {
                ActorName said = sayer(roles, i);
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }
}
