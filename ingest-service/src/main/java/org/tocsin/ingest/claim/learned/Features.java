package org.tocsin.ingest.claim.learned;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** What the weights are asked about a place in its sentence, as names of features that hold. */
public final class Features {
    private static final int WINDOW = 7;

    private final Vocabulary vocabulary;

    public Features(Triggers triggers, WordLists cues, WordLists parties) {
        this.vocabulary = new Vocabulary(triggers, cues, parties);
    }

    public List<String> of(Roles roles, Candidate candidate, List<Told> here, List<Told> all, int rank) {
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
        addVerbs(roles.syntax(), symbols, candidate, found);
        addRules(here, all, found);
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
            found.add("w " + s.stem(i));
            found.add("w" + direction + " " + s.stem(i));
            found.add("w" + side(s, i) + " " + s.stem(i));
            found.add("k " + s.kind(i));
            found.add("k" + side(s, i) + " " + s.kind(i));
            if (i + 1 < s.size()) {
                found.add("ww " + s.stem(i) + " " + s.stem(i + 1));
                found.add("kk" + direction + " " + s.kind(i) + " " + s.kind(i + 1));
            }
            if (i + 2 < s.size()) {
                found.add("w_w " + s.stem(i) + " " + s.stem(i + 2));
                found.add("kkk " + s.kind(i) + " " + s.kind(i + 1) + " " + s.kind(i + 2));
            }
        }
    }

    /** Runs of words that touch the place, and pairs of one word on each side. */
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
        for (int i = Math.max(-1, p - WINDOW); i < p; i++) {
            for (int j = p + 1; j <= Math.min(s.size(), p + WINDOW); j++) {
                found.add("x " + s.kind(i) + " _ " + s.kind(j));
            }
        }
        for (int i = Math.max(0, p - WINDOW); i < p; i++) {
            for (int j = i + 1; j < Math.min(p, i + 4); j++) {
                found.add("y " + s.kind(i) + " " + s.stem(j) + " _");
                found.add("y " + s.stem(i) + " " + s.kind(j) + " _");
            }
        }
        for (int i = p + 1; i < Math.min(s.size(), p + WINDOW); i++) {
            for (int j = i + 1; j < Math.min(s.size(), i + 4); j++) {
                found.add("z _ " + s.kind(i) + " " + s.stem(j));
                found.add("z _ " + s.stem(i) + " " + s.kind(j));
            }
        }
    }

    private void addVerbs(Syntax syntax, Symbols s, Candidate candidate, Set<String> found) {
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

    private static void addRules(List<Told> here, List<Told> all, Set<String> found) {
        found.add("rules " + (here.stream().anyMatch(told -> told.claim().changesHands()) ? "change" : "none"));
        for (Told told : here) {
            String type = told.claim().type() + " " + told.claim().stance();
            found.add("rule " + type);
            found.add("rule " + type + " " + told.claim().extent());
            found.add("rule " + told.finding().trigger().frame() + " " + told.claim().stance());
            found.add("rule " + told.finding().trigger().forms().get(0) + " " + told.claim().changesHands());
        }
        for (Told told : all) {
            if (!here.contains(told)) {
                found.add("elsewhere " + told.claim().type() + " " + told.claim().changesHands());
            }
        }
    }
}
