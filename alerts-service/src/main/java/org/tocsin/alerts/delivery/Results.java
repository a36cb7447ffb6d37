package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.alerts.endpoint.Endpoints;
import org.tocsin.alerts.notice.Notices;
import org.tocsin.alerts.store.Database;

/** Writes down how attempts ended and what follows: delivered, tried again, given up, or the subscription switched on or off. */
@ApplicationScoped
class Results {
    private final Database database;
    private final Consent consent;
    private final Endpoints endpoints;
    private final Notices notices;
    private final Leases leases;

    Results(Database database, Consent consent, Endpoints endpoints, Notices notices, Leases leases) {
        this.database = database;
        this.consent = consent;
        this.endpoints = endpoints;
        this.notices = notices;
        this.leases = leases;
    }

    /**
     * All of them or, when it throws, none.
     *
     * @param unsent leased, and to be given back
     * @return whether something may have become ready by it
     */
    boolean write(List<Outcome> outcomes, List<Claimed> unsent) {
        // Subscriptions are locked in one order, and before lanes, as everywhere.
        List<Outcome> sorted = outcomes.stream()
                .sorted(Comparator.comparing(
                        outcome -> outcome.delivery().subscription().toString()))
                .toList();
        return database.inTransaction(connection -> {
            Set<UUID> disabled = new TreeSet<>();
            boolean given = consents(connection, sorted, disabled);
            endpoints.heed(
                    connection,
                    outcomes.stream()
                            .collect(Collectors.groupingBy(
                                    outcome -> outcome.delivery().endpoint().id(),
                                    Collectors.mapping(Outcome::answer, Collectors.toList()))));
            List<Claimed> finished = Finishing.write(connection, sorted);
            boolean moved = Lanes.moveOn(connection, finished);
            leases.giveBack(connection, unsent);
            notices.add(connection, Notices.Kind.SUBSCRIPTION_DISABLED, null, disabled);
            return given || moved || !unsent.isEmpty();
        });
    }

    /** @return whether an endpoint gave its consent */
    private boolean consents(Connection connection, List<Outcome> outcomes, Set<UUID> disabled) throws SQLException {
        Map<String, Outcome> given = new TreeMap<>();
        Set<String> concerned = new TreeSet<>(Gone.subscriptions(connection, outcomes));
        Set<String> gone = Set.copyOf(concerned);
        for (Outcome outcome : outcomes) {
            if (outcome.delivered() && outcome.delivery().kind() == DeliveryKind.VERIFICATION) {
                given.put(outcome.delivery().subscription().toString(), outcome);
            }
        }
        concerned.addAll(given.keySet());
        for (String id : concerned) {
            Outcome verification = given.get(id);
            if (gone.contains(id)) {
                UUID subscription = UUID.fromString(id);
                if (consent.withdraw(connection, subscription)) {
                    disabled.add(subscription);
                }
            } else if (verification != null) {
                give(connection, verification);
            }
        }
        return !given.isEmpty();
    }

    private void give(Connection connection, Outcome verification) throws SQLException {
        Claimed delivery = verification.delivery();
        Handshake.Allowed allowed = verification.allowed();
        if (consent.give(connection, delivery.subscription(), delivery.challenge()) && allowed != null) {
            Pace.allow(connection, delivery.subscription(), allowed.perMinute());
        }
    }
}
