/** {@code deploy/local/bench}: what is promised of events-service in figures, measured. */
@NullMarked
package org.tocsin.local.bench;

import org.jspecify.annotations.NullMarked;
