/** Sending again what was given up: many deliveries at once, each place in its order. */
@NullMarked
package org.tocsin.alerts.recovery;

import org.jspecify.annotations.NullMarked;
