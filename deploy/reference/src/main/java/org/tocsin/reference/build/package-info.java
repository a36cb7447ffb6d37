/** Makes the tables and automata of a release from the raw files; runs in the build and is not in the jar. */
@NullMarked
package org.tocsin.reference.build;

import org.jspecify.annotations.NullMarked;
