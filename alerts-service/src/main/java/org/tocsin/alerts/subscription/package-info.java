/** Who is told what, and where. */
@NullMarked
package org.tocsin.alerts.subscription;

import org.jspecify.annotations.NullMarked;
