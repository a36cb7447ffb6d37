/** Errors as RFC 9457 {@code application/problem+json}: what was wrong, where, and what to do. */
@NullMarked
package org.tocsin.service.problem;

import org.jspecify.annotations.NullMarked;
