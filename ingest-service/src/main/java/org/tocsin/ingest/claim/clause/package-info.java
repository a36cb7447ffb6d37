/** Who did what to whom: phrases of a tagged sentence, their subjects and objects, and the frames that triggers ask for. */
@NullMarked
package org.tocsin.ingest.claim.clause;

import org.jspecify.annotations.NullMarked;
