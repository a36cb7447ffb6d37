/** The places of a subscription, as people keep them: in lists. */
@NullMarked
package org.tocsin.alerts.watchlist;

import org.jspecify.annotations.NullMarked;
