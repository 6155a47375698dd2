package worthwhile.source.read;

/** Where something stands: a file relative to the scrapers folder, and a line from 1. */
record Place(String file, int line) {}
