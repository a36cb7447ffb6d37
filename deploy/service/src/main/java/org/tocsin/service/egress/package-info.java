/** Where the services may connect to: nobody who names an address may make us call an address of our own network. */
@NullMarked
package org.tocsin.service.egress;

import org.jspecify.annotations.NullMarked;
