/** The feed of changes of events-service: what alerts-service reads of it. */
@NullMarked
package org.tocsin.alerts.change;

import org.jspecify.annotations.NullMarked;
