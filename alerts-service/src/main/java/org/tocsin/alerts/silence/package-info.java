/** What an owner does not want to be told for a while. */
@NullMarked
package org.tocsin.alerts.silence;

import org.jspecify.annotations.NullMarked;
