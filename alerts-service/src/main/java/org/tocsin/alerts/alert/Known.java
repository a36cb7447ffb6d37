package org.tocsin.alerts.alert;

import org.jspecify.annotations.Nullable;

/**
 * An earlier change, as far as later ones refer to it.
 *
 * @param root the change that it goes back to; itself when it is a beginning
 */
record Known(
        String id,
        String root,
        String kind,
        @Nullable String from,
        @Nullable String to) {}
