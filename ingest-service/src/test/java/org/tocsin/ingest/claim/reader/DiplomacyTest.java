package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Text;

/** What is said, agreed and decreed, and forces on the move: who, to or with whom, how firmly, where. */
class DiplomacyTest {
    private static final Instant PUBLISHED = Instant.parse("2025-01-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "The European Union imposed sanctions on the Wagner Group on Monday. | SANCTION_IMPOSED | ASSERTED | european-union | wagner-group | -",
                "Washington will impose sanctions on Rwanda if M23 does not withdraw. | SANCTION_IMPOSED | PLANNED | government-of-us | government-of-rw | -",
                "New sanctions were imposed on Iran by the United States. | SANCTION_IMPOSED | ASSERTED | government-of-us | government-of-ir | -",
                "The US Treasury sanctioned two commanders of Sudan's Rapid Support Forces. | SANCTION_IMPOSED | ASSERTED | government-of-us | two commanders | -",
                "Britain blacklisted six RSF leaders, the Foreign Office said. | SANCTION_IMPOSED | CLAIMED | government-of-gb | six RSF leaders | -",
                "The United States designated the Houthis as a foreign terrorist organisation. | SANCTION_IMPOSED | ASSERTED | government-of-us | houthis | -",
                "The UN Security Council added Ansar Allah to its sanctions list. | SANCTION_IMPOSED | ASSERTED | united-nations | houthis | -",
                "Sanctions on Syria were lifted by the European Union on Tuesday. | SANCTION_LIFTED | ASSERTED | european-union | government-of-sy | -",
                "The United States eased sanctions on Syria, the White House said. | SANCTION_LIFTED | CLAIMED | government-of-us | government-of-sy | -",
                "Hayat Tahrir al-Sham was removed from the US terror list on Monday. | SANCTION_LIFTED | ASSERTED | - | hayat-tahrir-al-sham | -",
                "The Congolese government and M23 rebels signed a ceasefire agreement in Doha on Saturday. | AGREEMENT | ASSERTED | government-of-cd | m23 | Doha",
                "Russia and Ukraine agreed to a 30-day ceasefire. | AGREEMENT | ASSERTED | government-of-ru | government-of-ua | -",
                "Iran signed a security pact with Russia in Moscow last week. | AGREEMENT | ASSERTED | government-of-ir | government-of-ru | Moscow",
                "A truce between Israel and Hezbollah took effect early on Wednesday. | AGREEMENT | ASSERTED | government-of-il | hezbollah | -",
                "Kyiv and Moscow could sign an agreement next month. | AGREEMENT | PLANNED | government-of-ua | government-of-ru | -",
                "Talks between Armenia and Azerbaijan opened in Munich. | COOPERATION | ASSERTED | government-of-am | government-of-az | Munich",
                "France condemned Rwanda over the fall of Goma. | STATEMENT | ASSERTED | government-of-fr | government-of-rw | -",
                "Turkey accused Greece of provocation. | STATEMENT | ASSERTED | government-of-tr | government-of-gr | -",
                "The United Nations called for an immediate ceasefire. | STATEMENT | ASSERTED | united-nations | - | -",
                "Russia has massed troops in Belgorod. | DEPLOYMENT | ASSERTED | government-of-ru | - | Belgorod",
                "The arrival of 300 Kenyan troops in Goma was announced on Friday. | DEPLOYMENT | CLAIMED | government-of-ke | - | Goma",
                "The deployment of Rwandan soldiers to Pemba began in July. | DEPLOYMENT | - | government-of-rw | - | Pemba",
            })
    void tellsWhoDidWhatToWhom(
            String sentence,
            String type,
            @Nullable String stance,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String place) {
        List<Claim> found = read(sentence).stream()
                .filter(claim -> claim.type().name().equals(type))
                .toList();
        assertEquals(1, found.size(), () -> "all that is read: " + read(sentence));
        Claim claim = found.get(0);
        assertEquals(actor, id(claim.actor()));
        assertEquals(target, id(claim.target()));
        assertEquals(place, claim.place() == null ? null : claim.place().name());
        if (stance != null) {
            assertEquals(stance, claim.stance().name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The court sanctioned the plan.",
                "The government sanctioned the attack.",
                "Apple signed a deal with Samsung.",
                "The ceasefire between Israel and Hamas collapsed.",
                "EU sanctions against Russia have hurt its economy.",
                "The striker signed a contract with Chelsea.",
                "The list was added to the report.",
                "Sanctions were on everybody's mind.",
                "The minister sent a letter to Paris.",
            })
    void whatIsNeitherAgreedNorDecreedIsNoClaim(String sentence) {
        assertEquals(List.of(), read(sentence));
    }

    @Test
    void whereMenTalkIsNoSceneOfTheWar() {
        List<Claim> claims = read(
                "M23 fighters entered Goma. Talks between Rwanda and the Democratic Republic of Congo opened in Luanda. The city fell on Monday.");
        Claim last = claims.get(claims.size() - 1);
        assertEquals("Goma", Objects.requireNonNull(last.place()).name());
    }

    private static List<Claim> read(String text) {
        return Shared.READER.read(new Text("", text, PUBLISHED)).claims();
    }

    /** Its id, or the words of the text. */
    private static @Nullable String id(@Nullable ActorName actor) {
        return actor == null ? null : Objects.requireNonNullElse(actor.id(), actor.name());
    }
}
