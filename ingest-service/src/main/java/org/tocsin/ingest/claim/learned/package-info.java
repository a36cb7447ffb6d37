/** A second opinion on what a sentence says of a place: weights that were learned from sentences which people had read. */
@NullMarked
package org.tocsin.ingest.claim.learned;

import org.jspecify.annotations.NullMarked;
