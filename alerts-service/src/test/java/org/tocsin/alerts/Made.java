package org.tocsin.alerts;

import io.restassured.path.json.JsonPath;

/** A subscription that a test made. */
public record Made(String id, String secret, Api owner) {
    /** Makes one; {@code parts} are further members of the JSON object, with a comma before each. */
    public static Made by(Api owner, Receiver receiver, String parts) {
        JsonPath made = owner.post(
                        "/subscriptions",
                        "{\"name\": \"Shipments\", \"endpoint\": \"" + receiver.url() + "\"" + parts + "}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Made(made.getString("id"), made.getString("secret"), owner);
    }

    /** Makes one and waits for it to become active. */
    public static Made active(Api owner, Receiver receiver, String parts) {
        Made made = by(owner, receiver, parts);
        made.awaitStatus("ACTIVE");
        return made;
    }

    public void awaitStatus(String status) {
        Api.until(id + " to be " + status, () -> owner.get("/subscriptions/" + id)
                .jsonPath()
                .getString("status")
                .equals(status));
    }
}
