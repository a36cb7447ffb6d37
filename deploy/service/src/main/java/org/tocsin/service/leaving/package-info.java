/** Stopping without a failed request. */
@NullMarked
package org.tocsin.service.leaving;

import org.jspecify.annotations.NullMarked;
