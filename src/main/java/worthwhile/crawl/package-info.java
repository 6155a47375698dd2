/**
 * Reading sources: a visit, its listing and detail pages, and the batch that they make.
 *
 * <p>{@link worthwhile.crawl.Crawl} reads top to bottom in the order of the data; {@link
 * worthwhile.crawl.ListingReader} walks the pages; the tail in {@link worthwhile.flow} does the
 * rest.
 */
package worthwhile.crawl;
