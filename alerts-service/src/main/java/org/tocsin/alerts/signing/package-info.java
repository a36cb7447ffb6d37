/** Secrets of subscriptions and the signatures made with them. */
@NullMarked
package org.tocsin.alerts.signing;

import org.jspecify.annotations.NullMarked;
