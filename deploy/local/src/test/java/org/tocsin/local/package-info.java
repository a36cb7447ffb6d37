/** The story and the faults, through the packaged services. */
@NullMarked
package org.tocsin.local;

import org.jspecify.annotations.NullMarked;
