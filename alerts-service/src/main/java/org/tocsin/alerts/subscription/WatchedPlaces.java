package org.tocsin.alerts.subscription;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The places of a subscription's filter, by themselves. */
@ApplicationScoped
public class WatchedPlaces {
    private static final int MOST = 10_000;

    private final Audit audit;
    private final Clock clock;

    WatchedPlaces(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty: there is no such subscription. */
    public Optional<List<Filter.WatchedPlace>> of(UUID subscription, @Nullable String owner) {
        return QuarkusTransaction.joiningExisting().call(() -> SubscriptionEntity.find(subscription, owner)
                .map(entity -> FilterJson.read(entity.filter).places()));
    }

    /**
     * Replaces the places, or adds some; of a place that is given twice the last reference counts.
     *
     * @return what is watched then; empty when there is no such subscription
     * @throws org.tocsin.service.problem.ProblemException when they would be too many
     */
    public Optional<List<Filter.WatchedPlace>> change(
            UUID subscription, @Nullable String owner, List<Filter.WatchedPlace> given, boolean replace) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> SubscriptionEntity.findLocked(subscription, owner).map(entity -> {
                    Filter filter = FilterJson.read(entity.filter);
                    Map<String, Filter.WatchedPlace> places = new LinkedHashMap<>();
                    if (!replace) {
                        filter.places().forEach(place -> places.put(place.id(), place));
                    }
                    given.forEach(place -> places.put(place.id(), place));
                    if (places.size() > MOST) {
                        throw Problem.of(
                                        ProblemKind.CONFLICT,
                                        "The subscription would watch " + places.size() + " places, and may watch "
                                                + MOST + ".")
                                .asException();
                    }
                    entity.filter = FilterJson.write(filter.withPlaces(new ArrayList<>(places.values())));
                    entity.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    audit.record(
                            replace ? "replace-places" : "add-places",
                            "subscriptions/" + subscription,
                            "given=" + given.size() + " places=" + places.size());
                    return List.copyOf(places.values());
                }));
    }
}
