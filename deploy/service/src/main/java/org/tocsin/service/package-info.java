/** What every service does alike at its edge; it holds no API types and nothing of the domain. */
@NullMarked
package org.tocsin.service;

import org.jspecify.annotations.NullMarked;
