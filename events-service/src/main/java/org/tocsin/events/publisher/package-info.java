/** Who publishes, and how reliable each source is. */
@NullMarked
package org.tocsin.events.publisher;

import org.jspecify.annotations.NullMarked;
