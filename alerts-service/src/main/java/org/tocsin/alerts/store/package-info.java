/** Plain SQL in transactions, where Panache would hide what matters. */
@NullMarked
package org.tocsin.alerts.store;

import org.jspecify.annotations.NullMarked;
