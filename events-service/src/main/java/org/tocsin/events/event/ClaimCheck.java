package org.tocsin.events.event;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Sides;
import org.tocsin.reference.Folding;
import org.tocsin.reference.Places;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.Problem.FieldError;
import org.tocsin.service.problem.ProblemKind;

/** Whether a claim can be stored: complete, of known places and actors, and not against itself. */
@Singleton
class ClaimCheck {
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

    private final Validator validator;
    private final Places places;
    private final Sides sides;

    ClaimCheck(Validator validator, Places places, Sides sides) {
        this.validator = validator;
        this.places = places;
        this.sides = sides;
    }

    /** What is wrong with the claim, or nothing. */
    Optional<Problem> problemOf(ClaimIn claim, Instant publishedAt) {
        List<FieldError> errors = new ArrayList<>();
        validator.validate(claim).stream()
                .map(v -> new FieldError(v.getPropertyPath().toString(), v.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::detail))
                .forEach(errors::add);
        if (errors.isEmpty()) {
            check(claim, publishedAt, errors);
        }
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        String detail = errors.stream().map(e -> e.field() + " " + e.detail()).collect(Collectors.joining("; ")) + ".";
        return Optional.of(Problem.of(ProblemKind.INVALID_REQUEST, detail, errors));
    }

    private void check(ClaimIn claim, Instant publishedAt, List<FieldError> errors) {
        ClaimIn.PlaceIn place = claim.place();
        if (place != null && places.byId(place.id()).isEmpty()) {
            errors.add(new FieldError("place.id", "is not the id of a known place"));
        }
        checkHolder(claim, errors);
        checkParty("actor", claim.actor(), errors);
        checkParty("target", claim.target(), errors);
        checkParty("claimant", claim.claimant(), errors);
        checkHands(claim, errors);
        checkDay(claim, publishedAt, errors);
        ClaimIn.Sentence sentence = claim.evidence().sentence();
        checkSpan("evidence.sentence", sentence.start(), sentence.end(), errors);
        checkSpan("evidence.trigger", claim.evidence().trigger(), errors);
        checkSpan("evidence.place", claim.evidence().place(), errors);
        checkSpan("evidence.actor", claim.evidence().actor(), errors);
    }

    private void checkParty(String field, ClaimIn.@Nullable PartyIn party, List<FieldError> errors) {
        if (party != null && party.id() != null && !sides.knows(party.id())) {
            errors.add(new FieldError(field + ".id", "is not the id of a known actor"));
        }
    }

    /** Whoever holds, takes or fights for a place is not the place: "Mosul took Mosul" was read wrongly. */
    private void checkHolder(ClaimIn claim, List<FieldError> errors) {
        ClaimIn.PlaceIn place = claim.place();
        if (place == null || !claim.type().weighs()) {
            return;
        }
        boolean targetHolds = claim.type() == EventType.SIEGE || claim.type() == EventType.ARMED_CLASH;
        if (isNameOf(claim.actor(), place.id())) {
            errors.add(new FieldError("actor.name", "is the name of the place itself, which cannot be its own holder"));
        }
        if (targetHolds && isNameOf(claim.target(), place.id())) {
            errors.add(
                    new FieldError("target.name", "is the name of the place itself, which cannot be its own holder"));
        }
    }

    private boolean isNameOf(ClaimIn.@Nullable PartyIn party, String placeId) {
        return party != null
                && party.id() == null
                && places.byId(placeId)
                        .filter(place -> Folding.fold(place.name()).equals(Folding.fold(party.name()))
                                || (capitalised(party.name())
                                        && places.named(party.name()).contains(place)))
                        .isPresent();
    }

    /** "rebels" is no spelling of a town's name, however its letters are read; scripts without case have no such difference. */
    private static boolean capitalised(String name) {
        return name.chars().noneMatch(Character::isLowerCase) || name.chars().anyMatch(Character::isUpperCase);
    }

    private static void checkHands(ClaimIn claim, List<FieldError> errors) {
        boolean can = claim.type().movesControl()
                && claim.stance().tellsFact()
                && claim.extent().decidesPlace();
        if (claim.changesHands() && !can) {
            errors.add(new FieldError(
                    "changesHands",
                    "can only be true for a taking, transfer or withdrawal that is ASSERTED or CLAIMED of the WHOLE place or MOST"
                            + " of it"));
        }
    }

    /** A day is the place's own, which may be ahead of UTC's by one. */
    private static void checkDay(ClaimIn claim, Instant publishedAt, List<FieldError> errors) {
        LocalDate published = LocalDate.ofInstant(publishedAt, ZoneOffset.UTC);
        boolean told = claim.stance() != Stance.PLANNED;
        if (claim.occurredOn().isBefore(EARLIEST)) {
            errors.add(new FieldError("occurredOn", "must not be before " + EARLIEST));
        } else if (claim.occurredOn().isAfter(published.plusDays(told ? 1 : 36_500))) {
            errors.add(new FieldError("occurredOn", "must not be after the report's publication"));
        }
    }

    private static void checkSpan(String field, ClaimIn.@Nullable Span span, List<FieldError> errors) {
        if (span != null) {
            checkSpan(field, span.start(), span.end(), errors);
        }
    }

    private static void checkSpan(String field, int start, int end, List<FieldError> errors) {
        if (end < start) {
            errors.add(new FieldError(field + ".end", "must not be before start"));
        }
    }
}
