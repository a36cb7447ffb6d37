package org.tocsin.ingest.reading;

/** Makes the reader, which takes a while. */
interface ReaderLoader {
    Reader load();
}
