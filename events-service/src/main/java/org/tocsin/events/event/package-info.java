/** Events: claims normalised and stored. */
@NullMarked
package org.tocsin.events.event;

import org.jspecify.annotations.NullMarked;
