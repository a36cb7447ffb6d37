package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorKind;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;

/**
 * Completes a change of hands whose clause does not say who took the place: whoever announces its own deed ("The town has been liberated, the army said"),
 * else the one armed party that the sentence names beside the loser.
 */
final class Inference {
    private static final Set<Frame> LEAVING = Set.of(Frame.LEAVES, Frame.LEAVING);
    private static final Set<Frame> DEEDS = Set.of(Frame.TAKES, Frame.TAKING, Frame.CLEARS, Frame.EXPELS);

    private final Actors actors;
    private final Countries countries;

    Inference(Actors actors, Countries countries) {
        this.actors = actors;
        this.countries = countries;
    }

    Finding completed(Roles roles, Finding finding, @Nullable ActorName claimant) {
        if (finding.actor() != null
                || !finding.type().movesControl()
                || LEAVING.contains(finding.trigger().frame())) {
            return finding;
        }
        Optional<Actor> actor = ownDeed(finding, claimant).or(() -> onlyOther(roles, finding, claimant));
        return actor.map(found -> with(roles, finding, found)).orElse(finding);
    }

    private Finding with(Roles roles, Finding finding, Actor actor) {
        List<String> notes = new ArrayList<>(finding.notes());
        notes.add("no actor in the clause: " + actor.name() + " is the one that fits");
        ActorName name = new ActorName(actor.id(), actor.name());
        return new Finding(
                finding.trigger(),
                FindingMaker.typeOf(
                        actors,
                        finding.trigger(),
                        finding.where(),
                        roles.scene.country(finding.where()),
                        name,
                        finding.target()),
                finding.triggerStart(),
                finding.triggerEnd(),
                finding.phrase(),
                finding.place(),
                finding.extent(),
                finding.placeTokens(),
                name,
                null,
                true,
                finding.target(),
                null,
                finding.targetWritten(),
                notes);
    }

    /** Whoever says that a place was captured or liberated took it, unless it is the state whose place it is and the word is no "recaptured". */
    private Optional<Actor> ownDeed(Finding finding, @Nullable ActorName claimant) {
        if (claimant == null || !DEEDS.contains(finding.trigger().frame())) {
            return Optional.empty();
        }
        boolean again = finding.trigger().has("again");
        return sideOf(claimant)
                .filter(Inference::fights)
                .filter(actor -> again || !isOwner(actor, finding))
                .filter(actor -> !isSide(actor, finding.target()));
    }

    private Optional<Actor> onlyOther(Roles roles, Finding finding, @Nullable ActorName claimant) {
        boolean again = finding.trigger().has("again");
        Set<String> sides = new HashSet<>();
        Words words = roles.syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            if (words.mention(i) instanceof Mention.OfParty named && named.start() == i) {
                sides.add(actors.side(chosen(named, finding).id()));
            }
        }
        Optional<String> speaker =
                claimant == null ? Optional.empty() : sideOf(claimant).map(Actor::id);
        List<Actor> fitting = sides.stream()
                .flatMap(side -> actors.byId(side).stream())
                .filter(Inference::fights)
                .filter(actor -> !isSide(actor, finding.target()))
                .filter(actor -> again || !isOwner(actor, finding))
                .filter(actor -> speaker.isEmpty() || !speaker.get().equals(actor.id()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static Actor chosen(Mention.OfParty named, Finding finding) {
        return named.candidates().stream()
                .filter(actor -> finding.where()
                        .filter(place -> actor.countries().contains(place.country()))
                        .isPresent())
                .findFirst()
                .orElse(named.candidates().get(0));
    }

    /** The side that a claimant speaks for: itself, or the state or party named in "Turkey's defence minister". */
    private Optional<Actor> sideOf(ActorName claimant) {
        if (claimant.id() != null) {
            return actors.byId(actors.side(claimant.id()));
        }
        String words = claimant.name();
        for (int i = 0; i < words.length(); i++) {
            boolean start = i == 0 || words.charAt(i - 1) == ' ';
            if (start && Character.isLetter(words.charAt(i))) {
                Optional<Actor> party = actors.longestAt(words, i)
                        .map(match -> match.candidates().get(0));
                Optional<Actor> state = countries
                        .longestAt(words, i)
                        .flatMap(match -> actors.byId(match.candidates().get(0).government()));
                Optional<Actor> found = party.or(() -> state);
                if (found.isPresent()) {
                    return actors.byId(actors.side(found.get().id()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOwner(Actor actor, Finding finding) {
        return finding.where()
                .map(place -> "government-of-" + place.country().toLowerCase(Locale.ROOT))
                .filter(actors.side(actor.id())::equals)
                .isPresent();
    }

    private boolean isSide(Actor actor, @Nullable ActorName name) {
        return name != null && name.id() != null && actors.side(name.id()).equals(actors.side(actor.id()));
    }

    private static boolean fights(Actor actor) {
        return actor.kind() != ActorKind.ORGANISATION && actor.kind() != ActorKind.OBSERVER;
    }
}
