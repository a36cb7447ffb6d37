package org.tocsin.ingest.claim.clause;

import java.util.Set;

/** The words of English whose part of speech needs no statistics. */
final class ClosedWords {
    static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "this", "these", "those", "its", "their", "his", "her", "our", "my", "your", "some",
            "any", "every", "each", "another", "both", "several", "many", "no", "such", "all", "half", "whole");
    static final Set<String> PRONOUNS = Set.of(
            "it",
            "they",
            "he",
            "she",
            "we",
            "i",
            "you",
            "them",
            "him",
            "us",
            "itself",
            "themselves",
            "everyone",
            "nobody",
            "someone");
    static final Set<String> BE = Set.of("be", "am", "is", "are", "was", "were", "been", "being", "'re", "'m");
    static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve");
    static final Set<String> DO = Set.of("do", "does", "did");
    static final Set<String> GET = Set.of("get", "gets", "got", "getting");
    /** Those of a party: "its troops", "in our hands". */
    static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "our");

    static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "with",
            "from",
            "into",
            "onto",
            "to",
            "over",
            "under",
            "near",
            "around",
            "between",
            "through",
            "against",
            "during",
            "within",
            "across",
            "inside",
            "outside",
            "toward",
            "towards",
            "along",
            "amid",
            "among",
            "behind",
            "beyond",
            "despite",
            "without",
            "upon",
            "about",
            "via",
            "per",
            "off",
            "out",
            "beside",
            "throughout",
            "up",
            "down",
            "than",
            "like",
            "following",
            "including",
            "besides",
            "beneath",
            "above",
            "below",
            "except",
            "alongside",
            "past");
    static final Set<String> SUBORDINATORS = Set.of(
            "that",
            "if",
            "after",
            "before",
            "since",
            "until",
            "till",
            "while",
            "when",
            "whenever",
            "because",
            "although",
            "though",
            "whereas",
            "unless",
            "whether",
            "where",
            "as",
            "once",
            "so",
            "how",
            "why",
            "what",
            "lest");
    static final Set<String> RELATIVES = Set.of("who", "which", "whom", "whose");
    static final Set<String> QUOTES =
            Set.of("\"", "\u201c", "\u201d", "\u00ab", "\u00bb", "'", "\u2018", "\u2019", "``", "''");

    private ClosedWords() {}
}
