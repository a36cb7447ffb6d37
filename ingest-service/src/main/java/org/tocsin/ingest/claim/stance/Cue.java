package org.tocsin.ingest.claim.stance;

import org.tocsin.ingest.claim.Stance;

/** A stance, and the words that give it. */
record Cue(Stance stance, String words) {}
