/** What may be sent: the rules for texts and times, and the limits of bodies. */
@NullMarked
package org.tocsin.ingest.input;

import org.jspecify.annotations.NullMarked;
