package worthwhile.site.guide;

/**
 * A search of this instance and what it finds now.
 *
 * @param figure how many tasks, of how many the pay per hour is known, and the best of it; in words
 */
public record LiveLine(String label, String url, String figure) {}
