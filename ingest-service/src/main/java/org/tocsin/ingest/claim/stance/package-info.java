/** How firmly and by whom it is said, and when it happened: attribution, denial, plans, background, dates. */
@NullMarked
package org.tocsin.ingest.claim.stance;

import org.jspecify.annotations.NullMarked;
