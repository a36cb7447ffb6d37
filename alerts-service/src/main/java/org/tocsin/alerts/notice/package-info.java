/** What the owner of a subscription is to know of it: that its endpoint fails, that it was switched off. */
@NullMarked
package org.tocsin.alerts.notice;

import org.jspecify.annotations.NullMarked;
