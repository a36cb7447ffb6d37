package org.tocsin.reference.build;

import java.util.Set;

/** Countries whose place names reach English from another script, or are spelt in many ways: only there the transliteration key is used (which ones, and why not more: docs/adr/002). */
final class Romanised {

    static final Set<String> COUNTRIES = Set.of(
            "AE AF AM AZ BH DJ DZ EG EH ER ET GE IL IQ IR JO KW LB LY MA ML MM MR NE OM PK PS QA SA SD SO SS SY TD TJ TN UA YE"
                    .split(" ", -1));

    private Romanised() {}
}
