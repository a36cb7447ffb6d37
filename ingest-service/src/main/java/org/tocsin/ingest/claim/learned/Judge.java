package org.tocsin.ingest.claim.learned;

import java.util.List;
import org.tocsin.ingest.claim.text.Token;

/** Answers whether a place changed hands, from what was learned. */
public interface Judge {
    /** A cheap look at the bare words: can any place of this sentence be told of as changing hands? */
    boolean isWorthAsking(List<Token> sentence);

    /** Log odds that the place changed hands, completed and lately, whole or for the most part. */
    double logOdds(Asked asked);

    /** So much makes a claim of what no rule tells. */
    double adds();

    /** Less than this takes the change from what the rules tell. */
    double takes();

    /** The features that weigh most on that side, heaviest first. */
    List<String> heaviest(Asked asked, boolean inFavour);
}
