/** Waking a worker when a row waits for it. */
@NullMarked
package org.tocsin.service.wake;

import org.jspecify.annotations.NullMarked;
