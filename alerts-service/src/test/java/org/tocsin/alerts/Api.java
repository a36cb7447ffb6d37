package org.tocsin.alerts;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.tocsin.service.access.Role;
import org.tocsin.testing.TestKeys;

/** Calls the service as one of its users. */
public final class Api {
    private final String token;

    private Api(String token) {
        this.token = token;
    }

    public static Api subscriber(String subject) {
        return new Api(TestKeys.token(subject, Role.SUBSCRIBER));
    }

    public static Api admin() {
        return new Api(TestKeys.token("root", Role.ADMIN));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    public Response get(String path) {
        return request().when().get(path);
    }

    public Response delete(String path) {
        return request().when().delete(path);
    }

    public Response post(String path, String body) {
        return request().contentType("application/json").body(body).when().post(path);
    }

    public Response put(String path, String body) {
        return request().contentType("application/json").body(body).when().put(path);
    }

    /** Waits until it holds. */
    public static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited too long for: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
