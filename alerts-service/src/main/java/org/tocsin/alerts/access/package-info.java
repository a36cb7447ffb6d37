/** Who is calling, and so what he may see. */
@NullMarked
package org.tocsin.alerts.access;

import org.jspecify.annotations.NullMarked;
