/** Reference data that comes with a release: places, countries and actors, loaded once from the class path, immutable afterwards. */
@NullMarked
package org.tocsin.reference;

import org.jspecify.annotations.NullMarked;
