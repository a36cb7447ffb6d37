/** Threads that work a queue off. */
@NullMarked
package org.tocsin.ingest.work;

import org.jspecify.annotations.NullMarked;
