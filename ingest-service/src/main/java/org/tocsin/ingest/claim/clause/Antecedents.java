package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.reference.Place;

/** The parties that pronouns and "its" stand for in one sentence: "the army said it had", "rebels and their allies". */
final class Antecedents {
    private static final Set<String> PRONOUNS = Set.of("it", "they", "he", "she", "we", "us", "them", "itself");

    private static final int NEAR = 14;

    private final Scene scene;
    private final Syntax syntax;
    private final PartyRoles parties;
    private final Speakers speakers;
    private final Set<String> reporting;

    Antecedents(Scene scene, PartyRoles parties, Speakers speakers, Set<String> reporting) {
        this.scene = scene;
        this.syntax = scene.syntax();
        this.parties = parties;
        this.speakers = speakers;
        this.reporting = reporting;
    }

    boolean isPronoun(int noun) {
        Phrase phrase = syntax.phrase(noun);
        return phrase.end() - phrase.start() == 1 && PRONOUNS.contains(syntax.words.lower(phrase.start()));
    }

    /** "its troops", "their fighters": those of whoever was named before. */
    boolean isOwn(int noun) {
        Phrase phrase = syntax.phrase(noun);
        boolean allies = Set.of("ally", "allies", "proxies", "rivals").contains(syntax.words.lower(phrase.head()));
        if (allies) {
            return false;
        }
        boolean owned =
                ClosedWords.POSSESSIVES.contains(syntax.words.lower(phrase.start())) && phrase.head() > phrase.start();
        return owned && parties.isForce(syntax.words.lower(phrase.head()));
    }

    /** "The army said it had ...": the speaker; else the subject of the verb before; else the party of the sentence before. */
    Optional<PartyRole> of(int noun, Optional<Place> place) {
        int verb = syntax.verbBefore(noun);
        boolean agent =
                verb >= 0 && syntax.verb(verb).passive() && syntax.agentOf(verb).orElse(-1) == noun;
        if (agent) {
            // "rebels were driven out by its forces": not the rebels' own
            verb = syntax.verbBefore(verb);
        }
        boolean third = !Set.of("we", "us", "our", "ours").contains(syntax.lower(noun));
        boolean quoted = third && isQuoted(noun);
        if (agent && third && !quoted) {
            // "left by the army and held by them, rebels said"
            Optional<PartyRole> speaker = speakerBehind(noun, place);
            if (speaker.isPresent()) {
                return speaker;
            }
        }
        for (int steps = 0; verb >= 0 && steps < 4; steps++) {
            List<Integer> doers = new ArrayList<>(syntax.subjectsOf(verb));
            if (syntax.verb(verb).passive()) {
                syntax.agentOf(verb).ifPresent(doers::add);
            }
            for (int subject : doers) {
                boolean where = syntax.is(syntax.firstOfPossessives(subject) - 1, Kind.PREPOSITION)
                        && !(syntax.verb(verb).passive() && syntax.agentOf(verb).orElse(-1) == subject);
                Optional<PartyRole> fellow = syntax.is(subject - 1, Kind.AND) && syntax.is(subject - 2, Kind.NOUN)
                        ? parties.withMembers(scene, subject - 2, place)
                                .filter(party -> party.armed() && party.name().id() != null)
                        : Optional.empty();
                if (fellow.isPresent()) {
                    // "government troops and allied militiamen", "they"
                    return moved(fellow.get(), noun);
                }
                // "the ministry said X, where Ukraine had a garrison, was captured by its troops"
                int opens = syntax.firstOfPossessives(subject) - 1;
                boolean beside = agent
                        && (syntax.is(opens, Kind.RELATIVE)
                                || (syntax.is(opens, Kind.SUBORDINATOR)
                                        && syntax.lower(opens).equals("where")));
                if (!isPronoun(subject) && !where && !beside) {
                    Optional<PartyRole> found = parties.withMembers(scene, subject, place)
                            .or(() -> speakers.behindSpokesman(scene, subject, place));
                    if (found.isPresent() && found.get().armed()) {
                        return moved(found.get(), noun);
                    }
                }
            }
            verb = syntax.verbBefore(verb);
        }
        Optional<PartyRole> behind = quoted ? Optional.empty() : speakerBehind(noun, place);
        if (behind.isPresent()) {
            return behind;
        }
        Optional<PartyRole> stated = quoted
                ? Optional.empty()
                : statedSource(noun)
                        .flatMap(source -> (syntax.phrase(source).possessive()
                                        ? parties.owning(scene, source, place)
                                        : parties.withMembers(scene, source, place))
                                .or(() -> speakers.behindSpokesman(scene, source, place)))
                        .filter(PartyRole::armed);
        if (stated.isPresent()) {
            return moved(stated.get(), noun);
        }
        Optional<PartyRole> nearest = nearestBefore(noun, place);
        if (nearest.isPresent()) {
            return moved(nearest.get(), noun);
        }
        return scene.memory()
                .party()
                .map(name -> new PartyRole(
                        name,
                        true,
                        false,
                        syntax.phrase(noun).start(),
                        syntax.phrase(noun).end()));
    }

    /** "was a prize for the militants when they": the armed party that the sentence named last. */
    private Optional<PartyRole> nearestBefore(int noun, Optional<Place> place) {
        if (!syntax.lower(noun).equals("they")) {
            return Optional.empty();
        }
        for (int i = noun - 1; i >= Math.max(0, noun - NEAR); i--) {
            Optional<PartyRole> party = syntax.is(i, Kind.NOUN) && !isPronoun(i)
                    ? parties.withMembers(scene, i, place).filter(PartyRole::armed)
                    : Optional.empty();
            if (party.isPresent()) {
                return party;
            }
        }
        return Optional.empty();
    }

    /** Within quotation marks that this sentence opened: "them" is not whoever speaks. */
    private boolean isQuoted(int noun) {
        int marks = 0;
        for (int i = syntax.words.from(); i < syntax.phrase(noun).start(); i++) {
            marks += ClosedWords.QUOTES.contains(syntax.words.lower(i)) ? 1 : 0;
        }
        return marks % 2 == 1;
    }

    /** "..., the group said it had": the speaker may come behind. */
    private Optional<PartyRole> speakerBehind(int noun, Optional<Place> place) {
        int after = syntax.verbAfter(noun);
        for (int steps = 0; after >= 0 && steps < 3; steps++) {
            if (syntax.words.isOneOf(syntax.phrase(after).head(), reporting)) {
                OptionalInt said = speakers.subjectOrInverted(scene, after);
                if (said.isPresent() && said.getAsInt() != noun && !isPronoun(said.getAsInt())) {
                    return parties.withMembers(scene, said.getAsInt(), place)
                            .or(() -> speakers.behindSpokesman(scene, said.getAsInt(), place))
                            .or(() -> speakers.behindOffice(scene, said.getAsInt(), place))
                            .filter(PartyRole::armed)
                            .flatMap(role -> moved(role, noun));
                }
            }
            after = syntax.verbAfter(after);
        }
        return Optional.empty();
    }

    /** The noun phrase of whoever the sentence names as its source: "according to the army", "in the Kremlin's words". */
    private Optional<Integer> statedSource(int noun) {
        int source = new SentenceOrder(syntax).statedSource();
        return source < 0 || source == noun ? Optional.empty() : Optional.of(source);
    }

    private Optional<PartyRole> moved(PartyRole role, int noun) {
        Phrase phrase = syntax.phrase(noun);
        return Optional.of(new PartyRole(
                role.name(), role.written(), role.armed(), role.government(), phrase.start(), phrase.end()));
    }
}
