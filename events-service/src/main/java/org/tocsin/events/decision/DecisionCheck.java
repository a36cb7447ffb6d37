package org.tocsin.events.decision;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.actor.Party;
import org.tocsin.events.actor.Sides;
import org.tocsin.events.control.State;
import org.tocsin.events.control.StoredShare;
import org.tocsin.events.decision.DecisionIn.ActorRef;
import org.tocsin.events.decision.DecisionIn.ShareIn;
import org.tocsin.events.event.Extent;
import org.tocsin.reference.ActorKind;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.Problem.FieldError;
import org.tocsin.service.problem.ProblemKind;

/** Whether a decision can be made: of known actors that can hold ground, on different sides, for days that were and a time that will be. */
@Singleton
class DecisionCheck {
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final int MOST_YEARS = 100;

    private final Actors actors;
    private final Sides sides;

    DecisionCheck(Actors actors, Sides sides) {
        this.actors = actors;
        this.sides = sides;
    }

    /** A decision that can be made. */
    record Draft(
            State state,
            @Nullable String holder,
            List<StoredShare> parties,
            LocalDate from,
            @Nullable Instant expiresAt,
            String reason) {}

    /** What the request decides at that time, or a problem that names everything that is wrong with it. */
    Draft draftOf(DecisionIn in, Place place, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        checkHolder(in, errors);
        checkParties(in, errors);
        LocalDate today = LocalDate.ofInstant(now, place.zone());
        LocalDate from = in.from() == null ? today : in.from();
        if (from.isBefore(EARLIEST)) {
            errors.add(new FieldError("from", "must not be before " + EARLIEST));
        } else if (from.isAfter(today)) {
            errors.add(new FieldError("from", "must not be after today, which is " + today + " there"));
        }
        checkExpiry(in, now, errors);
        if (!errors.isEmpty()) {
            String detail = errors.stream()
                            .map(error -> error.field() + " " + error.detail())
                            .collect(Collectors.joining("; "))
                    + ".";
            throw Problem.of(ProblemKind.INVALID_REQUEST, detail, errors).asException();
        }
        return new Draft(
                in.state(),
                in.holder() == null ? null : in.holder().id(),
                in.shares().stream()
                        .map(share -> new StoredShare(
                                Objects.requireNonNull(share.actor().id()), share.extent()))
                        .toList(),
                from,
                in.expiresAt() == null ? null : in.expiresAt().truncatedTo(ChronoUnit.MICROS),
                in.reason());
    }

    private void checkHolder(DecisionIn in, List<FieldError> errors) {
        if (in.state() == State.HELD) {
            if (in.holder() == null) {
                errors.add(new FieldError("holder", "must be the actor that holds the place when state is HELD"));
            } else {
                checkActor("holder", in.holder(), errors);
            }
        } else if (in.holder() != null) {
            errors.add(new FieldError("holder", "must be null when state is " + in.state()));
        }
    }

    private void checkParties(DecisionIn in, List<FieldError> errors) {
        List<ShareIn> parties = in.shares();
        if (in.state() != State.CONTESTED) {
            if (!parties.isEmpty()) {
                errors.add(new FieldError("parties", "must be empty when state is " + in.state()));
            }
            return;
        }
        if (parties.size() < 2) {
            errors.add(new FieldError("parties", "must be two or more when state is CONTESTED"));
        }
        Alignment alignment = sides.alignment(Optional.empty());
        Map<String, String> seen = new HashMap<>();
        @Nullable String most = null;
        for (int i = 0; i < parties.size(); i++) {
            String field = "parties[" + i + "].";
            ShareIn share = parties.get(i);
            if (checkActor(field + "actor", share.actor(), errors)) {
                Party side = Objects.requireNonNull(alignment.side(share.actor().id(), null));
                String other = seen.putIfAbsent(side.key(), field + "actor");
                if (other != null) {
                    errors.add(new FieldError(
                            field + "actor", "is on one side with " + other + ": both hold for " + side.key()));
                }
            }
            Extent extent = share.extent();
            if (extent == Extent.MOST && most != null) {
                errors.add(new FieldError(field + "extent", "is MOST as " + most + " is already"));
            } else if (extent != null && extent != Extent.MOST && !extent.isPart()) {
                errors.add(new FieldError(field + "extent", "must be MOST, PART, FACILITY or null"));
            }
            most = extent == Extent.MOST && most == null ? field + "extent" : most;
        }
    }

    private boolean checkActor(String field, ActorRef actor, List<FieldError> errors) {
        var known = actor.id() == null ? Optional.<org.tocsin.reference.Actor>empty() : actors.byId(actor.id());
        if (known.isEmpty()) {
            errors.add(new FieldError(field, "must be the id of a known actor, as a string or as id of an object"));
        } else if (known.get().kind() == ActorKind.OBSERVER) {
            errors.add(new FieldError(field, "only watches and reports; it holds nothing"));
        } else {
            return true;
        }
        return false;
    }

    private static void checkExpiry(DecisionIn in, Instant now, List<FieldError> errors) {
        Instant expires = in.expiresAt();
        if (expires == null) {
            return;
        }
        if (!expires.isAfter(now)) {
            errors.add(new FieldError("expiresAt", "must be in the future"));
        } else if (expires.isAfter(now.plus(365L * MOST_YEARS, ChronoUnit.DAYS))) {
            errors.add(new FieldError("expiresAt", "must be within " + MOST_YEARS + " years; null for no end"));
        }
    }
}
