package org.tocsin.alerts.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.reference.PlaceMatch;
import org.tocsin.alerts.reference.ReferenceClient;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.Problem.FieldError;
import org.tocsin.service.problem.ProblemKind;

/**
 * Whether a filter says what its owner means: ids that there are, and something that can happen. events-service is asked for the ids; if it
 * does not answer, the filter is taken all the same, for who subscribes at night must not wait for it.
 */
@ApplicationScoped
class FilterCheck {
    private static final Logger LOG = Logger.getLogger(FilterCheck.class);
    private static final int MOST_ERRORS = 100;
    private static final int MOST_NAMED = 5;
    private static final String AWAY = "could not be checked, for events-service does not answer";

    private final ReferenceClient reference;
    private final Duration timeout;

    FilterCheck(
            ReferenceClient reference,
            @ConfigProperty(name = "tocsin.subscriptions.check-timeout", defaultValue = "PT2S") Duration timeout) {
        this.reference = reference;
        this.timeout = timeout;
    }

    /**
     * What is worth knowing of a filter that can be taken.
     *
     * @throws org.tocsin.service.problem.ProblemException when it cannot be, with all that is wrong
     */
    List<FieldError> warningsOf(Filter filter) {
        if (Area.isNowhere(filter)) {
            refuse(List.of(new FieldError(
                    "filter",
                    "can match nothing: its regions lie in none of its countries, or its box and its circle apart")));
        }
        List<FieldError> errors = new ArrayList<>();
        List<FieldError> warnings = new ArrayList<>();
        if (filter.equals(Filter.ALL)) {
            warnings.add(new FieldError("filter", "is empty: every change of every place is told"));
        }
        try {
            places(filter, errors, warnings);
            ids(filter, errors);
        } catch (IOException e) {
            LOG.infof("filter not checked: %s", e);
            unchecked(filter, warnings);
        }
        if (!errors.isEmpty()) {
            refuse(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
        return warnings;
    }

    private static void refuse(List<FieldError> errors) {
        String words = errors.stream()
                .limit(MOST_NAMED)
                .map(error -> error.field() + " " + error.detail())
                .collect(Collectors.joining("; "));
        throw Problem.of(ProblemKind.INVALID_REQUEST, words + ".", errors).asException();
    }

    private void places(Filter filter, List<FieldError> errors, List<FieldError> warnings) throws IOException {
        List<Filter.WatchedPlace> watched = filter.places();
        if (watched.isEmpty()) {
            return;
        }
        List<PlaceMatch> found = reference.matches(
                watched.stream()
                        .map(place -> new PlaceMatch.Line(place.id(), null))
                        .toList(),
                timeout);
        List<String> outside = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Change.Place place = found.get(i).place();
            if (place == null) {
                errors.add(new FieldError("filter.places[" + i + "].id", "is the id of no place"));
            } else if (!Area.covers(filter, place)) {
                outside.add(place.name() + " (" + place.id() + ")");
            }
        }
        if (outside.size() == watched.size()) {
            errors.add(new FieldError(
                    "filter.places", "can match nothing: none lies in the countries, regions, box and circle"));
        } else if (!outside.isEmpty()) {
            warnings.add(new FieldError(
                    "filter.places",
                    outside.size() + " of " + watched.size()
                            + " never match, for they lie outside the countries, regions,"
                            + " box or circle: "
                            + String.join(", ", outside.subList(0, Math.min(outside.size(), MOST_NAMED)))
                            + (outside.size() > MOST_NAMED ? ", ..." : "")));
        }
    }

    private void ids(Filter filter, List<FieldError> errors) throws IOException {
        Set<String> actors = new HashSet<>(filter.actors());
        actors.addAll(filter.from());
        actors.addAll(filter.to());
        ReferenceClient.Ids ids =
                new ReferenceClient.Ids(new HashSet<>(filter.countries()), new HashSet<>(filter.regions()), actors);
        if (ids.isEmpty()) {
            return;
        }
        ReferenceClient.Ids unknown = reference.unknown(ids, timeout);
        add(errors, "countries", filter.countries(), unknown.countries(), "is the code of no country");
        add(errors, "regions", filter.regions(), unknown.regions(), "is the code of no region");
        add(errors, "actors", filter.actors(), unknown.actors(), "is the id of no actor");
        add(errors, "from", filter.from(), unknown.actors(), "is the id of no actor");
        add(errors, "to", filter.to(), unknown.actors(), "is the id of no actor");
    }

    private static void add(
            List<FieldError> errors, String part, List<String> members, Set<String> unknown, String trouble) {
        for (int i = 0; i < members.size(); i++) {
            if (unknown.contains(members.get(i))) {
                errors.add(new FieldError("filter." + part + "[" + i + "]", trouble));
            }
        }
    }

    private static void unchecked(Filter filter, List<FieldError> warnings) {
        unchecked("places", filter.places(), warnings);
        unchecked("countries", filter.countries(), warnings);
        unchecked("regions", filter.regions(), warnings);
        unchecked("actors", filter.actors(), warnings);
        unchecked("from", filter.from(), warnings);
        unchecked("to", filter.to(), warnings);
    }

    private static void unchecked(String part, List<?> members, List<FieldError> warnings) {
        if (!members.isEmpty()) {
            warnings.add(new FieldError("filter." + part, AWAY));
        }
    }
}
