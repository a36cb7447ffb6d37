/** Parties to conflicts. */
@NullMarked
package org.tocsin.events.actor;

import org.jspecify.annotations.NullMarked;
