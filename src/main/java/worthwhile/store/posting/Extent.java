package worthwhile.store.posting;

/**
 * What a source's postings come to, for telling whether anything about them is otherwise than it
 * was.
 *
 * @param standing how many are not closed
 * @param missing how many of them were not found lately
 * @param revision of the one that was written last; 0 if there is none
 */
public record Extent(long standing, long missing, long revision) {}
