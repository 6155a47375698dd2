package worthwhile.search;

import java.util.List;
import java.util.function.Supplier;
import worthwhile.posting.Posting;

/**
 * Postings that one reader finds beside those of the index, and nobody else.
 *
 * @param key the same for the same postings, so that they are made ready once
 * @param postings none of which is in the index; asked for if the key is new
 */
public record Besides(String key, Supplier<List<Posting>> postings) {}
