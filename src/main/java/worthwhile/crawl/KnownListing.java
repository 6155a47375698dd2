package worthwhile.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import worthwhile.fetch.Response;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Stored;
import worthwhile.intake.BatchJudge;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.store.posting.Extent;
import worthwhile.store.sql.Packed;

/**
 * What the last whole reading of a listing came to, so that one whose pages are the same to the
 * byte need not be read, priced and compared again. Only what this process read itself is known: a
 * new version of the program or of a definition reads everything once.
 *
 * @param first what was asked first
 * @param pages in their order
 * @param taken rows that became items
 * @param newest the posting that was published last; absent if none is dated
 * @param extent how the source's postings stood in the store after it
 * @param rates by which they were priced
 * @param at when they were read
 */
record KnownListing(
    SourceDefinition source,
    List<PageRequest> first,
    List<Page> pages,
    int taken,
    int rejected,
    BatchJudge.Listed listed,
    Optional<JobPosting> newest,
    Extent extent,
    Rates rates,
    Instant at) {
  /** After this everything is read once more, whatever the pages say. */
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** All that extraction sees of an answer beside its body. */
  private static final List<String> HEADERS = List.of("content-type", "link");

  /** A page and what it was, with the hash of its body in place of it. */
  record Page(PageRequest request, String answer, int rows) {
    static Page of(PageRequest request, Response response, int rows) {
      return new Page(request, answer(response), rows);
    }

    boolean isAnsweredBy(Response response) {
      return answer.equals(answer(response));
    }

    private static String answer(Response response) {
      Map<String, String> headers = new TreeMap<>(response.headers());
      headers.keySet().retainAll(HEADERS);
      return response.status()
          + " "
          + response.url()
          + " "
          + headers
          + " "
          + Packed.hash(response.body());
    }
  }

  /**
   * What is worth knowing of a run; absent where another run on the same pages could come to
   * something else: where it was not whole, asked for rows' own pages, or left a posting missing
   * that closes next time.
   */
  static Optional<KnownListing> of(
      SourceDefinition source,
      FirstRequests first,
      ListingResult listing,
      List<Page> pages,
      Stored stored,
      Rates rates) {
    boolean isWhole = listing.outcome() == RunOutcome.Read.ITEMS && listing.whole();
    boolean isPlain =
        listing.details().isEmpty()
            && listing.announced().isEmpty()
            && listing.items().stream().allMatch(JobPosting.class::isInstance);
    boolean isSettled = stored.extent().filter(extent -> extent.missing() == 0).isPresent();
    if (!isWhole || !isPlain || !isSettled || !isStored(stored)) return Optional.empty();
    return Optional.of(
        new KnownListing(
            source,
            first.requests(),
            List.copyOf(pages),
            listing.items().size(),
            listing.rejected().size(),
            listing.listed(),
            newest(listing.items()),
            stored.extent().orElseThrow(),
            rates,
            stored.run().at()));
  }

  private static boolean isStored(Stored stored) {
    return stored.outcome() == RunOutcome.Read.ITEMS
        || stored.outcome() == RunOutcome.Read.UNCHANGED;
  }

  private static Optional<JobPosting> newest(List<Item> items) {
    return items.stream()
        .map(JobPosting.class::cast)
        .filter(posting -> posting.datePosted() != null)
        .max(Comparator.comparing(JobPosting::datePosted));
  }

  /** Whether it is still good for a run of this source that begins so. */
  boolean isGoodFor(SourceDefinition now, FirstRequests begin, Rates today, Instant when) {
    return source.equals(now)
        && first.equals(begin.requests())
        && rates == today
        && when.isBefore(at.plus(GOOD_FOR))
        && !when.isBefore(at);
  }
}
