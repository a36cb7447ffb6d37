/** alerts-service: changes in, signed webhooks out. */
@NullMarked
package org.tocsin.alerts;

import org.jspecify.annotations.NullMarked;
