package org.tocsin.ingest.copy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.ingest.claim.text.Token;

/**
 * What sites write around a story: sentences with a phrase that the news has no use for, or that begin as only these do. Single words tell
 * nothing: agencies suspend work, rebels speak on Telegram, and a lost sentence can be the one that differs.
 */
final class Boilerplate {
    /** It is said in few words. */
    private static final int LONGEST = 30;

    private static final List<String> PHRASES = phrases("""
            \u00a9, rights reserved, getty images, editing by, additional reporting, our newsletter, our newsletters, our daily newsletter,
            subscribe to our, sign up for our, sign up to read, sign up to receive, log in to read, free articles,
            this website uses, uses cookies, use of cookies, our privacy policy, our standards :, our journalism, our app,
            may not be published, may not be republished, may not be reproduced, or redistributed,
            share this article, share this story, this article was first, this article was originally, this article has been updated,
            published this article, published this report, published this story,
            this story was first, this story was originally, this story has been updated, story continues below,
            min read, minute read, leave a comment, follow us on, our telegram channel, our whatsapp channel
            """);

    private static final List<String> BEGINNINGS = phrases("""
            advertisement, read more, read also, also read, read next, read our, related :, related stories, most read, more on this,
            photo :, photos :, photo by, image :, video :, watch :, listen :, copyright, syndicated from, republished from,
            published :, published on :, updated :, updated on :, last updated, posted :, posted on :,
            first published :, first published by, first published on, originally published,
            by our correspondent, by our correspondents, by our reporter, by our reporters, by our staff, by our news desk, by our newsdesk,
            from our correspondent, from news agencies,
            subscribe, sign up, log in, login, skip to, follow us, click here, share this, share on, donate, support our, download our,
            privacy policy, terms of use, terms of service, terms and conditions, cookie policy
            """);

    private Boilerplate() {}

    static boolean is(List<Token> sentence) {
        if (sentence.size() > LONGEST) {
            return false;
        }
        String all = spaced(sentence.stream());
        String fromFirstWord = spaced(sentence.stream().dropWhile(token -> !token.isWord()));
        return PHRASES.stream().anyMatch(all::contains) || BEGINNINGS.stream().anyMatch(fromFirstWord::startsWith);
    }

    private static String spaced(Stream<Token> tokens) {
        return tokens.map(Token::lower).collect(Collectors.joining(" ", " ", " "));
    }

    /** Each between blanks, as it stands in a sentence. */
    private static List<String> phrases(String list) {
        return Arrays.stream(list.strip().split(",\\s+"))
                .map(phrase -> " " + phrase + " ")
                .toList();
    }
}
