/** Alerts on their way: leased, sent, tried again, and each attempt kept. */
@NullMarked
package org.tocsin.alerts.delivery;

import org.jspecify.annotations.NullMarked;
