package org.tocsin.ingest.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.claim.text.Tokens;

class BoilerplateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Advertisement",
                "Read more: ten things to know about Mosul.",
                "\u2022 Read more on our live page.",
                "Subscribe to our newsletter to get the best stories in your inbox.",
                "You have reached your limit of free articles.",
                "Sign up to read more.",
                "All rights reserved.",
                "This material may not be published or redistributed.",
                "\u00a9 2014 Example Media.",
                "Copyright 2014 Example Media.",
                "(Reporting by A. Writer in Baghdad; Editing by B. Reader)",
                "This website uses cookies.",
                "By continuing you accept our privacy policy.",
                "This article was originally published by Example Media.",
                "Follow us on Telegram and subscribe to our channel.",
                "By our correspondent in Port Sudan.",
                "The General Staff published this report on Monday:",
                "Log in to leave a comment.",
                "Photo: a fighter in the main square.",
                "Last updated 21 March, 3 min read.",
                "Download our app to stay informed.",
            })
    void whatASiteWritesAroundAStoryIsToldFromIt(String sentence) {
        assertTrue(Boilerplate.is(Tokens.of(sentence)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aid agencies suspended work in the state of Gezira.",
                "The governor denied on Telegram that the port had fallen.",
                "The army wrote on its Telegram channel that it had left the town.",
                "Residents sent pictures over WhatsApp of soldiers who left their posts.",
                "In this report the United Nations said that half of the town had fallen.",
                "Fighters shared this story with reporters and denied it later.",
                "Thousands sign up in the recruiting offices of Ardania.",
                "Rebels wrote comments on the walls and seized the privacy ministry.",
                "An advertising tower burned when rebels took the square.",
                "Officials published on Monday what the general had denied.",
                "Reporting by the radio was forbidden when the town fell.",
                "Written by their commander, the letter denied that they had left.",
                "With agencies gone, the rebels took the camp.",
                "By our count the army lost the town on Monday.",
                "They share on average one rifle among three men.",
                "Donated food was taken when the port fell.",
            })
    void aSentenceOfTheNewsIsKeptThoughItHasAWordThatSitesUse(String sentence) {
        assertFalse(Boilerplate.is(Tokens.of(sentence)));
    }

    @Test
    void aDenialOnTelegramMakesAnotherStory() {
        String taken =
                "Rebels captured the river port of Ardania on Monday after a siege of three weeks, the mayor said.";
        String denial = " The army denied on Telegram that the port had fallen.";
        Instant noon = Instant.parse("2014-06-10T12:00:00Z");
        Verdict verdict = Comparison.between(
                Story.of(taken, noon, List.of()), Story.of(taken + denial, noon.plusSeconds(60), List.of()));
        assertEquals("has more to tell", verdict.reason());
    }
}
