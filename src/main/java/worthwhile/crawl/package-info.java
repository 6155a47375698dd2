/**
 * One run of one source through the stages: fetch, extract, intake, pay, store, search.
 *
 * <p>{@link worthwhile.crawl.Crawl} reads top to bottom in the order of the data; {@link
 * worthwhile.crawl.ListingReader} walks the pages; what a run came to is an {@link
 * worthwhile.crawl.Outcome}.
 */
package worthwhile.crawl;
