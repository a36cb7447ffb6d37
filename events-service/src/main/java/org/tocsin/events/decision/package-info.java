/** What analysts decide about places, over what sources say. */
@NullMarked
package org.tocsin.events.decision;

import org.jspecify.annotations.NullMarked;
