package org.tocsin.alerts.delivery;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Cities;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class ExpiryTest {
    @Inject
    Expiry expiry;

    @Test
    void whatEndedNinetyDaysAgoIsForgottenAndWhatIsParkedIsNot() {
        Api owner = Api.subscriber("expiry-" + UUID.randomUUID());
        try (Feed feed = new Feed();
                Receiver receiver = new Receiver()) {
            Made made = Made.active(owner, receiver, "");
            Tables.change("update subscription set status = 'DISABLED' where id = ?::uuid", made.id());
            feed.add(Cities.changes(1_000, 4));
            String deliveries = "/subscriptions/" + made.id() + "/deliveries";
            Api.until(
                    "the alerts",
                    () -> owner.get(deliveries).jsonPath().getList("items").size() == 5);
            age("WAITING", 1_000, 200, made);
            age("DEAD", 1_001, 91, made);
            age("DEAD", 1_002, 89, made);
            age("DELIVERED", 1_003, 91, made);
            expiry.forget();
            owner.get(deliveries)
                    .then()
                    .body("items.findAll { it.kind == 'ALERT' }.state", equalTo(List.of("DEAD", "WAITING")));
            owner.delete("/subscriptions/" + made.id());
        }
    }

    private static void age(String state, int place, int days, Made made) {
        Tables.change(
                "update delivery set state = ?, created_at = now() - ? * interval '1 day',"
                        + " finished_at = case when ? = 'WAITING' then null else now() - ? * interval '1 day' end"
                        + " where subject = ? and subscription_id = ?::uuid",
                state,
                days,
                state,
                days,
                "places/" + place,
                made.id());
    }
}
