/** In what words an endpoint is told. */
@NullMarked
package org.tocsin.alerts.format;

import org.jspecify.annotations.NullMarked;
