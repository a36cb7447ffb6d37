/** Who may call what: roles, and the settings without which the service does not start. */
@NullMarked
package org.tocsin.service.access;

import org.jspecify.annotations.NullMarked;
