/** Which change is told to which subscription, and in what words. */
@NullMarked
package org.tocsin.alerts.alert;

import org.jspecify.annotations.NullMarked;
