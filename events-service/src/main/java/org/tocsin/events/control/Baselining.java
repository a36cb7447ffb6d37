package org.tocsin.events.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tocsin.events.actor.Sides;
import org.tocsin.events.control.BaselineCsv.Line;
import org.tocsin.events.database.Audit;
import org.tocsin.events.database.Locks;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.Problem.FieldError;
import org.tocsin.service.problem.ProblemKind;

/** What analysts say of who holds places as long as nothing is known. */
@ApplicationScoped
class Baselining {
    private final BaselineRows rows;
    private final Concerned concerned;
    private final Places places;
    private final Countries countries;
    private final Sides sides;
    private final Locks locks;
    private final Audit audit;
    private final Clock clock;

    Baselining(
            BaselineRows rows,
            Concerned concerned,
            Places places,
            Countries countries,
            Sides sides,
            Locks locks,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.concerned = concerned;
        this.places = places;
        this.countries = countries;
        this.sides = sides;
        this.locks = locks;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param places how many are thought about again */
    record Outcome(BaselineSet.Difference difference, int places) {}

    /**
     * Replaces the whole set, or throws a problem that names all that is wrong.
     *
     * @param errors what was found to be wrong before
     */
    @Transactional
    Outcome replace(List<Line> lines, List<FieldError> errors, String author) {
        BaselineSet set = check(lines, errors);
        locks.changePremises();
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        BaselineSet before = rows.all();
        BaselineSet.Difference difference = set.since(before);
        rows.write(set, difference, author, now);
        int count = concerned.rebased(before, set, now);
        audit.record(
                now,
                author,
                "baselines",
                "baselines",
                "scopes=" + set.holders().size() + " added="
                        + difference.added().size() + " removed="
                        + difference.removed().size() + " changed="
                        + difference.changed().size());
        return new Outcome(difference, count);
    }

    private BaselineSet check(List<Line> lines, List<FieldError> found) {
        List<FieldError> errors = new ArrayList<>(found);
        SortedMap<String, Optional<String>> holders = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        for (Line line : lines) {
            Optional<String> scope = scope(line.scope());
            if (scope.isEmpty()) {
                errors.add(
                        new FieldError(
                                line.field() + ".scope",
                                "must be the id of a known place, the code of a region such as UA.14, or of a country such as UA"));
            } else {
                String first = seen.putIfAbsent(scope.get(), line.field());
                if (first != null) {
                    errors.add(new FieldError(line.field() + ".scope", "must not be that of " + first + " again"));
                }
                holders.put(scope.get(), line.holder());
            }
            if (line.holder().isPresent() && !sides.knows(line.holder().get())) {
                errors.add(new FieldError(line.field() + ".holder", "must be the id of a known actor, or empty"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                            ProblemKind.INVALID_REQUEST,
                            errors.size() + (errors.size() == 1 ? " value is" : " values are")
                                    + " wrong; nothing was changed.",
                            errors)
                    .asException();
        }
        return new BaselineSet(holders);
    }

    /** The scope as it is kept; empty when there is none of this name. */
    private Optional<String> scope(String named) {
        Optional<Place> place = places.byId(named);
        if (place.isPresent()) {
            return place.map(Place::id);
        }
        boolean country = countries
                .byCode(named)
                .filter(known -> known.code().equals(named))
                .isPresent();
        return country || !countries.admin1Name(named).isEmpty() ? Optional.of(named) : Optional.empty();
    }
}
