package org.tocsin.ingest.claim;

import java.time.Instant;

/**
 * The part of a report that is read.
 *
 * @param title may be empty
 * @param publishedAt what "on Sunday" is counted from
 */
public record Text(String title, String text, Instant publishedAt) {}
