/** What the services' tests share: a real PostgreSQL, real tokens and a stub HTTP server. */
@NullMarked
package org.tocsin.testing;

import org.jspecify.annotations.NullMarked;
