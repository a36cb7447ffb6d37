package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.WordLists;
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
    private static final Set<Frame> DEEDS = Set.of(Frame.TAKES, Frame.TAKING, Frame.CLEARS, Frame.EXPELS, Frame.SLIPS);

    private final Actors actors;
    private final Countries countries;
    private final SpokenSides spoken;
    private final DescribedParties described;
    private final Set<String> armed;
    private final Set<String> units;

    Inference(Actors actors, Countries countries, WordLists parties) {
        this.armed = parties.words("armed");
        this.units = parties.words("forces");
        this.described = new DescribedParties(parties);
        this.actors = actors;
        this.spoken = new SpokenSides(actors, countries);
        this.countries = countries;
    }

    /** @param hearsay somebody says so, and nobody knows who */
    Finding completed(Roles roles, Finding finding, @Nullable ActorName claimant, boolean hearsay) {
        if (isFromItself(roles.syntax.words, finding)) {
            return completed(roles, finding.withoutActor(), claimant, hearsay);
        }
        boolean named = finding.actor() != null
                && (finding.actor().id() != null || (finding.actorSure() && !described.isUnit(finding.actor())));
        if (named
                || !finding.type().movesControl()
                || LEAVING.contains(finding.trigger().frame())) {
            return finding;
        }
        if (finding.actor() != null) {
            // "units of the southern grouping", in the words of the ministry whose units they are
            return ownDeed(roles, finding, claimant)
                    .map(found -> with(roles, finding, found))
                    .orElse(finding);
        }
        // "the capture has been announced by rebels"
        if (claimant != null
                && claimant.id() == null
                && described.isBand(claimant.name())
                && DEEDS.contains(finding.trigger().frame())) {
            return with(roles, finding, claimant);
        }
        Optional<Actor> actor = ownDeed(roles, finding, claimant)
                .or(() -> ownerAgain(finding, hearsay))
                .or(() -> onlyOther(roles, finding, claimant))
                .or(() -> enemyOfReport(roles, finding).filter(group -> !admitsLoss(group, finding, claimant)));
        return actor.map(found -> with(roles, finding, found)).orElse(finding);
    }

    /** "his men wrested Bor from the rebels", whoever he is: not the rebels. */
    private boolean isFromItself(Words words, Finding finding) {
        return finding.actor() != null
                && finding.actor().id() != null
                && finding.actorTokens() != null
                && words.isOneOf(finding.actorTokens().start(), ClosedWords.POSSESSIVES)
                && DEEDS.contains(finding.trigger().frame())
                && actors.byId(finding.actor().id())
                        .filter(actor -> isSide(actor, finding.target()))
                        .isPresent();
    }

    private Finding with(Roles roles, Finding finding, Actor actor) {
        return with(roles, finding, new ActorName(actor.id(), actor.name()));
    }

    private Finding with(Roles roles, Finding finding, ActorName name) {
        List<String> notes = new ArrayList<>(finding.notes());
        notes.add("who did it is not named: " + name.name() + " is the one that fits");
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
                finding.actorTokens(),
                true,
                name.id() != null
                                && finding.target() != null
                                && name.id().equals(finding.target().id())
                        ? finding.targetWritten()
                        : finding.target(),
                finding.actorWritten(),
                finding.targetWritten(),
                notes);
    }

    /** Whoever says that a place was captured or liberated took it, unless it is the state whose place it is and the word is no "recaptured". */
    private Optional<Actor> ownDeed(Roles roles, Finding finding, @Nullable ActorName claimant) {
        if (claimant == null || !DEEDS.contains(finding.trigger().frame()) || isByThem(roles, finding)) {
            return Optional.empty();
        }
        boolean again = finding.trigger().has("again") || isFromEnemy(finding) || boasts(roles, finding);
        return spoken.sideOf(claimant)
                .or(() -> roles.scene
                        .memory()
                        .described(DescribedParties.lastWord(claimant.name()))
                        .flatMap(spoken::sideIn))
                .filter(Inference::fights)
                .filter(actor -> again || !isOwner(actor, finding))
                .filter(actor -> !isSide(actor, finding.target()) || isGenericTarget(finding));
    }

    /** "taken by them": by others than whoever speaks. */
    private static boolean isByThem(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax;
        return syntax.is(finding.phrase(), Kind.VERB)
                && syntax.agentOf(finding.phrase()).stream()
                        .anyMatch(agent -> syntax.lower(agent).equals("them"));
    }

    /** ", claimed forces loyal to the government", "was announced by the president": nobody boasts of what others did. */
    private boolean boasts(Roles roles, Finding finding) {
        int said = roles.syntax.verbAfter(finding.phrase());
        boolean announced = said >= 0
                && roles.syntax.verb(said).passive()
                && !roles.syntax.verb(said).negated()
                && Set.of("announced", "declared", "proclaimed", "hailed")
                        .contains(roles.syntax.words.lower(
                                roles.syntax.phrase(said).head()))
                && roles.syntax.agentOf(said).isPresent();
        if (announced) {
            return true;
        }
        for (int i = finding.phrase() + 1; i < roles.syntax.size() - 1; i++) {
            boolean claimed = roles.syntax.is(i, Kind.VERB)
                    && Set.of("claimed", "claims", "boasted", "boast").contains(roles.syntax.lower(i))
                    && roles.syntax.is(i - 1, Kind.COMMA)
                    && roles.syntax.is(i + 1, Kind.NOUN);
            if (claimed && roles.syntax.words.isOneOf(roles.syntax.phrase(i + 1).start(), units)) {
                return true;
            }
        }
        return false;
    }

    /** "militants", who were taken for the one group of the report. */
    private static boolean isGenericTarget(Finding finding) {
        return finding.targetWritten() != null && finding.targetWritten().id() == null;
    }

    /** "was recaptured", "was liberated" and nobody named: by the state whose place it is, unless it is the one that lost. */
    private Optional<Actor> ownerAgain(Finding finding, boolean hearsay) {
        boolean again =
                finding.trigger().has("again") && !(hearsay && finding.trigger().has("anybody"));
        return again
                        || (isFromEnemy(finding)
                                && DEEDS.contains(finding.trigger().frame()))
                ? finding.where()
                        .flatMap(place -> countries.byCode(place.country()))
                        .flatMap(country -> actors.byId(country.government()))
                        .filter(owner -> !isSide(owner, finding.target()))
                : Optional.empty();
    }

    /** "The town fell", in a report that names one armed group against the state: that group. */
    private Optional<Actor> enemyOfReport(Roles roles, Finding finding) {
        boolean falls = Set.of(Frame.FALLS, Frame.FALL, Frame.LOSES, Frame.LOSS, Frame.SLIPS)
                .contains(finding.trigger().frame());
        boolean stateLost = finding.target() == null
                || actors.byId(
                                finding.target().id() == null
                                        ? ""
                                        : finding.target().id())
                        .filter(actor -> isOwner(actor, finding))
                        .isPresent();
        return falls && stateLost && finding.where().isPresent()
                ? roles.scene.report().onlyGroup(finding.where().get().country())
                : Optional.empty();
    }

    /** Who speaks of the loss of a place does not say that he took it. */
    private boolean admitsLoss(Actor group, Finding finding, @Nullable ActorName claimant) {
        boolean loss =
                Set.of(Frame.LOSES, Frame.LOSS).contains(finding.trigger().frame());
        return loss
                && claimant != null
                && spoken.sideOf(claimant).filter(group::equals).isPresent();
    }

    /** Taken from somebody who is not the state whose place it is. */
    private boolean isFromEnemy(Finding finding) {
        ActorName target = finding.target();
        boolean described = target != null
                && target.id() == null
                && Arrays.stream(target.name().split(" "))
                        .anyMatch(word -> armed.contains(DescribedParties.lastWord(word)));
        if (described) {
            // "of militants", "of rebel forces"
            return true;
        }
        Optional<Actor> loser =
                target == null || target.id() == null ? Optional.empty() : actors.byId(actors.side(target.id()));
        return loser.filter(actor -> !isOwner(actor, finding)).isPresent();
    }

    private Optional<Actor> onlyOther(Roles roles, Finding finding, @Nullable ActorName claimant) {
        boolean driven =
                Set.of(Frame.EXPELS, Frame.CLEARS).contains(finding.trigger().frame());
        if ((finding.target() != null && finding.target().id() == null) || (driven && finding.target() == null)) {
            // "hunters drove the sect out": the sect may be the one that is named
            return Optional.empty();
        }
        boolean again = finding.trigger().has("again");
        Set<String> sides = new HashSet<>();
        Words words = roles.syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            if (words.mention(i) instanceof Mention.OfParty named && named.start() == i) {
                sides.add(actors.side(chosen(named, finding).id()));
            }
        }
        Optional<String> speaker =
                claimant == null ? Optional.empty() : spoken.sideOf(claimant).map(Actor::id);
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

    private boolean isOwner(Actor actor, Finding finding) {
        return finding.where()
                .map(place -> "government-of-" + place.country().toLowerCase(Locale.ROOT))
                .filter(actors.side(actor.id())::equals)
                .isPresent();
    }

    private boolean isSide(Actor actor, @Nullable ActorName name) {
        return name != null && name.id() != null && actors.side(name.id()).equals(actors.side(actor.id()));
    }

    boolean maySpeakFor(ActorName speaker, ActorName actor) {
        return spoken.sideOf(speaker)
                .filter(Inference::fights)
                .filter(side -> !isSide(side, actor))
                .isEmpty();
    }

    private static boolean fights(Actor actor) {
        return actor.kind() != ActorKind.ORGANISATION && actor.kind() != ActorKind.OBSERVER;
    }
}
