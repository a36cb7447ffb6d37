package org.tocsin.alerts.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;

/** What is really sent, before libraries that others wrote and before the code that docs/webhooks.md gives to receivers. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class ConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Received> received = new ArrayList<>();

    @TempDir
    Path folder;

    private Api owner;

    /** A question for consent, a ping, an alert in four scripts, and an alert while two secrets and two pairs overlap. */
    @BeforeEach
    void receive() throws Exception {
        owner = Api.subscriber("conformance-" + UUID.randomUUID());
        try (Feed feed = new Feed();
                Receiver receiver = new Receiver()) {
            Made made = Made.active(
                    owner,
                    receiver,
                    ", \"signatures\": [\"v1\", \"v1a\"], \"filter\": {\"places\":"
                            + " [{\"id\": \"99072\", \"reference\": \"Мосул, الموصل, 摩苏尔, “Ⅶ” 🚚\"}]}");
            owner.request()
                    .post("/subscriptions/" + made.id() + "/pings")
                    .then()
                    .statusCode(202);
            feed.add(Feed.change(c -> {}));
            List<String> one = List.of(made.secret());
            add(receiver, "tocsin.verification", one, made);
            add(receiver, "tocsin.ping", one, made);
            received.add(Received.of(receiver.awaitAlerts(1).get(0), one, made));
            String second = rotate(made, "v1");
            rotate(made, "v1a");
            feed.add(Feed.change(c -> {}));
            received.add(Received.of(receiver.awaitAlerts(2).get(1), List.of(made.secret(), second), made));
        }
    }

    @AfterEach
    void forget() {
        owner.get("/subscriptions").jsonPath().getList("items.id").forEach(id -> owner.delete("/subscriptions/" + id));
    }

    @Test
    void theJavaLibrariesOfStandardWebhooksAndSvixBelieveWhatIsSentAndNothingElse() throws Exception {
        String other = "whsec_" + java.util.Base64.getEncoder().encodeToString(new byte[32]);
        for (Received each : received) {
            String body = each.request().body();
            for (String secret : each.secrets()) {
                new com.standardwebhooks.Webhook(secret).verify(body, each.headers());
                new com.svix.Webhook(secret).verify(body, each.headers());
                assertThrows(
                        com.standardwebhooks.exceptions.WebhookVerificationException.class,
                        () -> new com.standardwebhooks.Webhook(secret).verify(body + " ", each.headers()));
                assertThrows(com.svix.exceptions.WebhookVerificationException.class, () -> new com.svix.Webhook(secret)
                        .verify(body + " ", each.headers()));
            }
            assertThrows(com.svix.exceptions.WebhookVerificationException.class, () -> new com.svix.Webhook(other)
                    .verify(body, each.headers()));
        }
    }

    /** For .ci/webhook-clients, which hands it to libraries of Node. */
    @Test
    void whatWasReceivedIsKeptForOtherLanguages() throws Exception {
        ArrayNode all = JSON.createArrayNode();
        received.forEach(each -> all.add(each.toJson()));
        Path file = Path.of("target", "received-webhooks.json");
        Files.writeString(file, JSON.writeValueAsString(all));
        assertEquals(received.size(), JSON.readTree(Files.readString(file)).size());
    }

    @Test
    void theJavaOfThePageBelievesWhatIsSentAndNothingElse() throws Exception {
        Method shared = compiled("Verify", "verify", String.class);
        Method pair = compiled("VerifyV1a", "verifyV1a", List.class);
        for (Received each : received) {
            Map<String, String> headers = each.request().headers();
            byte[] body = each.request().body().getBytes(StandardCharsets.UTF_8);
            byte[] altered = (each.request().body() + " ").getBytes(StandardCharsets.UTF_8);
            for (String secret : each.secrets()) {
                shared.invoke(null, secret, headers, body);
                assertRefused(() -> shared.invoke(null, secret, headers, altered));
            }
            List<String> keys = new ArrayList<>();
            each.keys().get("keys").forEach(key -> keys.add(key.get("x").textValue()));
            pair.invoke(null, keys, headers, body);
            assertRefused(() -> pair.invoke(null, keys, headers, altered));
        }
    }

    @Test
    void thePythonOfThePageBelievesWhatIsSentAndNothingElse() throws Exception {
        assumeTrue(Snippets.isThere("python3", "--version"), "no Python here");
        boolean ed25519 = Snippets.isThere("python3", "-c", "import cryptography");
        String program =
                Snippets.of("python", "def verify(") + (ed25519 ? Snippets.of("python", "def verify_v1a(") : "") + """

                import json, sys
                def refused(check, *given):
                    try:
                        check(*given)
                    except ValueError:
                        return
                    sys.exit("believed what was altered")
                for each in json.load(open(sys.argv[1])):
                    body = each["body"].encode()
                    for secret in each["secrets"]:
                        verify(secret, each["headers"], body)
                        refused(verify, secret, each["headers"], body + b" ")
                        old = dict(each["headers"], **{"webhook-timestamp": "1600000000"})
                        refused(verify, secret, old, body)
                    if "verify_v1a" in globals():
                        verify_v1a(each["keys"], each["headers"], body)
                        refused(verify_v1a, each["keys"], each["headers"], body + b" ")
                print("ok" if "verify_v1a" in globals() else "ok, without v1a")
                """;
        Path file = Files.writeString(folder.resolve("page.py"), program);
        assertEquals(
                ed25519 ? "0 ok\n" : "0 ok, without v1a\n",
                Snippets.run("python3", file.toString(), asFile().toString()));
    }

    @Test
    void theNodeOfThePageBelievesWhatIsSentAndNothingElse() throws Exception {
        assumeTrue(Snippets.isThere("node", "--version"), "no Node here");
        String program = """
                import { readFileSync } from "node:fs";
                import { verify } from "./v1.mjs";
                import { verifyV1a } from "./v1a.mjs";
                const refused = (check) => {
                  try { check(); } catch { return; }
                  throw new Error("believed what was altered");
                };
                for (const each of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
                  const body = Buffer.from(each.body);
                  const altered = Buffer.from(each.body + " ");
                  const old = { ...each.headers, "webhook-timestamp": "1600000000" };
                  for (const secret of each.secrets) {
                    verify(secret, each.headers, body);
                    refused(() => verify(secret, each.headers, altered));
                    refused(() => verify(secret, old, body));
                  }
                  verifyV1a(each.keys, each.headers, body);
                  refused(() => verifyV1a(each.keys, each.headers, altered));
                  refused(() => verifyV1a(each.keys, old, body));
                }
                console.log("ok");
                """;
        Files.writeString(folder.resolve("v1.mjs"), Snippets.of("js", "function verify("));
        Files.writeString(folder.resolve("v1a.mjs"), Snippets.of("js", "function verifyV1a("));
        Path file = Files.writeString(folder.resolve("page.mjs"), program);
        assertEquals("0 ok\n", Snippets.run("node", file.toString(), asFile().toString()));
    }

    private void add(Receiver receiver, String type, List<String> secrets, Made made) throws Exception {
        received.add(Received.of(receiver.await(1, type).get(0), secrets, made));
    }

    private String rotate(Made made, String signature) {
        return owner.post("/subscriptions/" + made.id() + "/secret-rotations", "{\"signature\": \"" + signature + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private Path asFile() throws Exception {
        ArrayNode all = JSON.createArrayNode();
        received.forEach(each -> all.add(each.toJson()));
        return Files.writeString(folder.resolve("received.json"), JSON.writeValueAsString(all));
    }

    /** The static method of a class that the page shows, compiled here. */
    private Method compiled(String name, String method, Class<?> known) throws Exception {
        Path source = Files.writeString(folder.resolve(name + ".java"), Snippets.of("java", "class " + name + " "));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()), "compiled");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Method found = loader.loadClass(name).getDeclaredMethod(method, known, Map.class, byte[].class);
            found.setAccessible(true);
            return found;
        }
    }

    @FunctionalInterface
    private interface Check {
        void run() throws Exception;
    }

    private static void assertRefused(Check check) {
        InvocationTargetException thrown = assertThrows(InvocationTargetException.class, check::run);
        assertEquals(SecurityException.class, thrown.getCause().getClass());
    }
}
