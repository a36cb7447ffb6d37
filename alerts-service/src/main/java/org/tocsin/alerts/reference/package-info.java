/** What events-service knows of places, countries, regions and actors: this service keeps none of it. */
@NullMarked
package org.tocsin.alerts.reference;

import org.jspecify.annotations.NullMarked;
