@NullMarked
package org.tocsin.ingest.claim.reader;

import org.jspecify.annotations.NullMarked;
