/** Words: a text's language, sentences, tokens and tags, with offsets into the field they came from. */
@NullMarked
package org.tocsin.ingest.claim.text;

import org.jspecify.annotations.NullMarked;
