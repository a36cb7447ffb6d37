package org.tocsin.alerts.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alerts.Ed25519;

class SigningTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private final UUID subscription = UUID.randomUUID();

    @Test
    void aSignatureIsTheOneOfTheStandardsOwnExample() {
        Secret secret = Secret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signatures.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8),
                        List.of(secret)));
    }

    @Test
    void aSignatureWithAKeyPairIsTheOneOfTheKnownExample() {
        KeyPair pair = KeyPair.of(Base64.getDecoder()
                .decode("6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg=="));
        assertEquals(
                "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
                Signatures.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8),
                        List.of(pair)));
        PublicKey shown = pair.publicKey().orElseThrow();
        assertEquals("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=", shown.whpk());
        assertEquals("1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4", shown.x());
        assertEquals("whsk_***", pair.toString());
    }

    @Test
    void aRandomPairIsWhatTheJdkItselfWouldCheckWith() throws Exception {
        for (int i = 0; i < 20; i++) {
            KeyPair pair = KeyPair.random();
            byte[] message = {1, 2, (byte) i};
            byte[] signature = KeyPair.of(pair.bytes()).sign(message);
            assertTrue(Ed25519.fits(pair.publicKey().orElseThrow().x(), message, signature), "pair " + i);
            assertFalse(Ed25519.fits(KeyPair.random().publicKey().orElseThrow().x(), message, signature), "another");
        }
    }

    @Test
    void aSealedPairIsNotOpenedAsASecret() {
        MasterKey key = MasterKey.of(KEY);
        KeyPair pair = KeyPair.random();
        Sealed sealed = key.seal(subscription, pair);
        assertArrayEquals(
                pair.bytes(), key.open(subscription, Scheme.V1A, sealed).bytes());
        assertThrows(IllegalStateException.class, () -> key.open(subscription, Scheme.V1, sealed));
    }

    @Test
    void everySecretSignsSoThatAReceiverMayKnowEither() throws Exception {
        Secret fresh = Secret.random();
        Secret old = Secret.random();
        Instant now = Instant.now();
        String signature = Signatures.of(
                "id", now, "{\"name\": \"Ар-Ракка\"}".getBytes(StandardCharsets.UTF_8), List.of(fresh, old));
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of("id"),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(signature));
        new Webhook(fresh.reveal()).verify("{\"name\": \"Ар-Ракка\"}", headers);
        new Webhook(old.reveal()).verify("{\"name\": \"Ар-Ракка\"}", headers);
    }

    @Test
    void aSecretIs32RandomBytesAndPrintsNothingOfThem() {
        Secret secret = Secret.random();
        assertTrue(secret.reveal().matches("whsec_[A-Za-z0-9+/]{43}="), "form");
        assertNotEquals(secret.reveal(), Secret.random().reveal());
        assertEquals("whsec_***", secret.toString());
    }

    @Test
    void aSealedSecretIsOpenedByTheSameKeyForTheSameSubscriptionOnly() {
        MasterKey key = MasterKey.of(KEY);
        Secret secret = Secret.random();
        Sealed sealed = key.seal(subscription, secret);
        assertEquals(secret.reveal(), ((Secret) key.open(subscription, Scheme.V1, sealed)).reveal());
        assertThrows(IllegalStateException.class, () -> key.open(UUID.randomUUID(), Scheme.V1, sealed));
        byte[] other = new byte[32];
        other[0] = 1;
        MasterKey another = MasterKey.of(Base64.getEncoder().encodeToString(other));
        assertThrows(IllegalStateException.class, () -> another.open(subscription, Scheme.V1, sealed));
        assertNotEquals(key.id(), another.id());
    }

    @Test
    void sealingTwiceGivesDifferentBytesAndNeitherHoldsTheSecret() {
        MasterKey key = MasterKey.of(KEY);
        Secret secret = Secret.random();
        byte[] once = key.seal(subscription, secret).bytes();
        assertFalse(Arrays.equals(once, key.seal(subscription, secret).bytes()), "same");
        assertEquals(12 + 32 + 16, once.length);
    }

    @Test
    void aServiceWithoutAMasterKeyDoesNotStartAndSaysWhatToSet() {
        Vault vault = new Vault(Optional.empty(), Optional.empty());
        String message = String.valueOf(assertThrows(IllegalStateException.class, () -> vault.check(new StartupEvent()))
                .getMessage());
        assertTrue(message.startsWith("Set tocsin.secrets.key (TOCSIN_SECRETS_KEY) to the base64 of 32 random bytes"));
        assertFalse(message.contains("\n"), "one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAA", "not base64!"})
    void aBadMasterKeyIsRefusedWithoutBeingQuoted(String bad) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> MasterKey.of(bad))
                .getMessage());
        assertTrue(bad.isEmpty() || !message.contains(bad), message);
    }
}
