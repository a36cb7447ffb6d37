/** How the addresses that webhooks go to are faring, and so how much each is sent at once. */
@NullMarked
package org.tocsin.alerts.endpoint;

import org.jspecify.annotations.NullMarked;
