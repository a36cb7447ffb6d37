/** Near copies in the database: which report is linked to which, and what follows when one comes, changes or goes. */
@NullMarked
package org.tocsin.ingest.link;

import org.jspecify.annotations.NullMarked;
