package org.tocsin.ingest.claim.learned;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.stance.Telling;

/** What the weights are asked about a place in its sentence, as names of features that hold. */
public final class Features {
    private final Vocabulary vocabulary;

    public Features(Triggers triggers, WordLists cues, WordLists parties) {
        this.vocabulary = new Vocabulary(triggers, cues, parties);
    }

    public List<String> of(
            Roles roles,
            Candidate candidate,
            List<Told> here,
            List<Told> all,
            int rank,
            Finding supposed,
            Telling telling,
            Instant publishedAt) {
        Set<String> found = new LinkedHashSet<>();
        Words words = roles.syntax().words;
        Symbols symbols = Symbols.of(words, candidate, vocabulary);
        found.add("bias");
        found.add("extent " + candidate.extent());
        found.add(words.title() ? "headline" : "prose");
        found.add("rank " + Math.min(rank, 3));
        found.add("named " + (candidate.place() != null));
        addWords(symbols, found);
        addAround(symbols, found);
        addVerbs(roles.syntax(), candidate, found);
        addRules(here, all, found);
        addTelling(roles.syntax(), supposed, telling, publishedAt, found);
        return new ArrayList<>(found);
    }

    private static String side(Symbols symbols, int i) {
        int distance = i - symbols.place;
        return (distance < 0 ? "<" : ">") + (Math.abs(distance) <= 3 ? "3" : Math.abs(distance) <= 7 ? "7" : "+");
    }

    /** Words before and behind the place, alone and in pairs. */
    private static void addWords(Symbols s, Set<String> found) {
        for (int i = 0; i < s.size(); i++) {
            if (i == s.place) {
                continue;
            }
            String direction = i < s.place ? "<" : ">";
            found.add("w" + direction + " " + s.stem(i));
            found.add("k " + s.kind(i));
            found.add("k" + side(s, i) + " " + s.kind(i));
            if (i + 1 < s.size()) {
                found.add("kk" + direction + " " + s.kind(i) + " " + s.kind(i + 1));
            }
            if (i + 2 < s.size()) {
                found.add("kkk " + s.kind(i) + " " + s.kind(i + 1) + " " + s.kind(i + 2));
            }
        }
    }

    /** Runs of words that touch the place. */
    private static void addAround(Symbols s, Set<String> found) {
        int p = s.place;
        StringBuilder left = new StringBuilder();
        StringBuilder leftKinds = new StringBuilder();
        StringBuilder right = new StringBuilder();
        StringBuilder rightKinds = new StringBuilder();
        for (int n = 1; n <= 5; n++) {
            left.insert(0, s.stem(p - n) + " ");
            leftKinds.insert(0, s.kind(p - n) + " ");
            right.append(' ').append(s.stem(p + n));
            rightKinds.append(' ').append(s.kind(p + n));
            if (n <= 4) {
                found.add("L" + left + "_");
                found.add("R_" + right);
            }
            found.add("l" + leftKinds + "_");
            found.add("r_" + rightKinds);
            if (n <= 2) {
                found.add("B" + left + "_" + right);
                found.add("b" + leftKinds + "_" + rightKinds);
            }
        }
    }

    private void addVerbs(Syntax syntax, Candidate candidate, Set<String> found) {
        int at = candidate.phrase();
        int order = 0;
        for (int i = at - 1; i >= 0 && order < 3; i--) {
            if (syntax.is(i, Kind.VERB)) {
                addVerb(syntax, "v-" + order++, i, at, found);
            }
        }
        order = 0;
        for (int i = at + 1; i < syntax.size() && order < 3; i++) {
            if (syntax.is(i, Kind.VERB)) {
                addVerb(syntax, "v+" + order++, i, at, found);
            }
        }
    }

    private void addVerb(Syntax syntax, String where, int verb, int at, Set<String> found) {
        Words words = syntax.words;
        int head = syntax.phrase(verb).head();
        String stem = vocabulary.stem(words, head);
        String kind = vocabulary.kind(words, head);
        String form = form(syntax.verb(verb));
        found.add(where + " " + stem);
        found.add(where + " " + kind);
        found.add(where + " " + form);
        found.add(where + " " + stem + " " + form);
        found.add(where + " " + kind + " " + form);
        String path = path(syntax, verb, at);
        found.add(where + " path " + path);
        found.add(where + " " + kind + " " + path);
        found.add(where + " " + stem + " " + path);
        found.add(where + " " + kind + " " + form + " " + path);
        if (where.endsWith("0")) {
            for (int subject : syntax.subjectsOf(verb)) {
                String who = subject == at ? "PLACE" : head(syntax, subject);
                found.add(where + " subject " + who);
                found.add(where + " subject " + who + " " + kind + " " + form);
                break;
            }
            syntax.nounAfter(verb).ifPresent(object -> {
                String what = object == at ? "PLACE" : head(syntax, object);
                found.add(where + " object " + what);
                found.add(where + " object " + what + " " + kind + " " + form);
            });
            syntax.agentOf(verb).ifPresent(agent -> found.add(where + " agent " + head(syntax, agent) + " " + kind));
        }
    }

    private String head(Syntax syntax, int noun) {
        Words words = syntax.words;
        int head = syntax.phrase(noun).head();
        var mention = words.mention(head);
        return mention != null ? Vocabulary.mask(mention) : vocabulary.kind(words, head);
    }

    private static String form(VerbGroup verb) {
        StringBuilder out = new StringBuilder();
        out.append(verb.modal().isEmpty() ? "" : "m");
        out.append(verb.negated() ? "n" : "");
        out.append(verb.passive() ? "p" : "");
        out.append(verb.perfect() ? "h" : "");
        out.append(verb.progressive() ? "g" : "");
        out.append(verb.infinitive() ? "t" : "");
        out.append(verb.gerund() ? "i" : "");
        out.append(verb.copula() ? "c" : "");
        return out.isEmpty() ? "-" : out.toString();
    }

    /** The phrases between, those of nouns by what their heads are, the prepositions themselves. */
    private String path(Syntax syntax, int one, int other) {
        StringBuilder out = new StringBuilder(one < other ? ">" : "<");
        int from = Math.min(one, other) + 1;
        int to = Math.max(one, other);
        if (to - from > 6) {
            return out.append("far").toString();
        }
        for (int i = from; i < to; i++) {
            Phrase phrase = syntax.phrase(i);
            switch (phrase.kind()) {
                case PREPOSITION -> out.append(' ').append(syntax.lower(i));
                case NOUN -> out.append(' ').append(head(syntax, i));
                case ADVERB, ASIDE, DATE -> {}
                default -> out.append(' ').append(phrase.kind());
            }
        }
        return out.toString();
    }

    /** What the reader's own passes make of it: whose word, how firm, how old, who did it to whom. */
    private void addTelling(Syntax syntax, Finding supposed, Telling telling, Instant publishedAt, Set<String> found) {
        String stance = telling.stance().toString();
        long days = ChronoUnit.DAYS.between(
                telling.occurredOn(), publishedAt.atZone(ZoneOffset.UTC).toLocalDate());
        String age = telling.precision() + (days <= 7 ? " week" : days <= 31 ? " month" : " old");
        String actor = "by " + side(supposed.actor(), supposed);
        String target = "from " + side(supposed.target(), supposed);
        String deed = vocabulary.kind(syntax.words, supposed.triggerStart());
        String word = vocabulary.stem(syntax.words, supposed.triggerStart());
        found.add("told " + stance);
        found.add("told " + stance + " " + deed);
        found.add("told " + stance + " " + word);
        found.add("told " + stance + " " + age);
        found.add("told " + age);
        found.add("told " + actor);
        found.add("told " + target);
        found.add("told " + stance + " " + actor + " " + target);
        found.add("told " + stance + " " + deed + " " + actor + " " + target);
        if (telling.contradicted()) {
            found.add("told contradicted");
        }
    }

    private static String side(@Nullable ActorName name, Finding supposed) {
        if (name == null) {
            return "nobody";
        }
        String id = name.id();
        if (id == null) {
            return "described";
        }
        boolean own = supposed.where()
                .map(place -> "government-of-" + place.country().toLowerCase(Locale.ROOT))
                .filter(id::equals)
                .isPresent();
        return own ? "owner" : id.startsWith("government-of-") ? "state" : "group";
    }

    private static void addRules(List<Told> here, List<Told> all, Set<String> found) {
        found.add("rules " + (here.stream().anyMatch(told -> told.claim().changesHands()) ? "change" : "none"));
        for (Told told : here) {
            String type = told.claim().type() + " " + told.claim().stance();
            found.add("rule " + type);
            found.add("rule " + type + " " + told.claim().extent());
            found.add("rule " + told.finding().trigger().frame() + " "
                    + told.claim().stance());
            found.add("rule " + told.finding().trigger().forms().get(0) + " "
                    + told.claim().changesHands());
        }
        for (Told told : all) {
            if (!here.contains(told)) {
                found.add(
                        "elsewhere " + told.claim().type() + " " + told.claim().changesHands());
            }
        }
    }
}
