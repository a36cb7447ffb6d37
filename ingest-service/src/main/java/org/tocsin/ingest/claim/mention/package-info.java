/** Who and where: places, countries, parties and persons named in a text, and what they stand for in this report. */
@NullMarked
package org.tocsin.ingest.claim.mention;

import org.jspecify.annotations.NullMarked;
