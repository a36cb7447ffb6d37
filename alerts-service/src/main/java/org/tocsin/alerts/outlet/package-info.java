/** The same alerts for those who come for them: as a stream of server-sent events, and as an Atom feed of CAP 1.2 messages. */
@NullMarked
package org.tocsin.alerts.outlet;

import org.jspecify.annotations.NullMarked;
