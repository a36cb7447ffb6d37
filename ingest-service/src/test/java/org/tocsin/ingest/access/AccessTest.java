package org.tocsin.ingest.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.TestKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class AccessTest {
    private static final String PATH = "/reports";

    @Test
    void aCallWithoutATokenIsRefusedWithAProblem() {
        given().when()
                .get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("urn:tocsin:problem:unauthenticated"));
    }

    @Test
    void aTokenOfAnotherIssuerAudienceOrTimeIsRefused() {
        Instant soon = Instant.now().plus(Duration.ofMinutes(5));
        refused(TestKeys.tokenFor("https://other.test", "tocsin", soon, "a", Role.READER));
        refused(TestKeys.tokenFor(TestKeys.ISSUER, "another", soon, "a", Role.READER));
        refused(TestKeys.tokenFor(
                TestKeys.ISSUER, "tocsin", Instant.now().minus(Duration.ofHours(1)), "a", Role.READER));
        refused("not.a.token");
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        given().auth()
                .oauth2(TestKeys.token("a", Role.SUBSCRIBER))
                .when()
                .get(PATH)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tocsin:problem:forbidden"));
    }

    @Test
    void anUnknownAddressIsAProblem() {
        given().auth()
                .oauth2(TestKeys.token("a", Role.READER))
                .when()
                .get("/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tocsin:problem:not-found"));
    }

    private static void refused(String token) {
        given().auth().oauth2(token).when().get(PATH).then().statusCode(401).contentType("application/problem+json");
    }
}
