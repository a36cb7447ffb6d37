/** How a service starts, and what it says when it cannot. */
@NullMarked
package org.tocsin.service.start;

import org.jspecify.annotations.NullMarked;
