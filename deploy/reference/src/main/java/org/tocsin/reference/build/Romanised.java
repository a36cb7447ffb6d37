package org.tocsin.reference.build;

import java.util.Set;

/** Countries whose place names reach English from another script, or are spelt in many ways: only there the transliteration key is used. */
final class Romanised {

    static final Set<String> COUNTRIES = Set.of(
            ("AE AF AM AZ BA BD BG BH BY CY DJ DZ EG EH ER ET GE IL IN IQ IR JO KG KH KP KW KZ LA LB LK LY MA MD MK ML MM MN MR NE NP OM PK PS QA RS RU SA SD SO SS SY TD"
                            + " TH TJ TM TN UA UZ XK YE")
                    .split(" ", -1));

    private Romanised() {}
}
