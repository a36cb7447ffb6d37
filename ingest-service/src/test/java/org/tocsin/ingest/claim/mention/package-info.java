/** Names of places told from other names, and resolved. */
@NullMarked
package org.tocsin.ingest.claim.mention;

import org.jspecify.annotations.NullMarked;
