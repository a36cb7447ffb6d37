/** The whole of Tocsin on one machine: real PostgreSQL and the three packaged services. */
@NullMarked
package org.tocsin.local;

import org.jspecify.annotations.NullMarked;
