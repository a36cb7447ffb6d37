/** events-service: events in, control and changes out. */
@NullMarked
package org.tocsin.events;

import org.jspecify.annotations.NullMarked;
