package worthwhile.crawl;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.fetch.Response;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Stored;
import worthwhile.intake.BatchJudge;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingJson;
import worthwhile.source.FetchRules;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.store.posting.Extent;
import worthwhile.text.Sha256;

/**
 * What the last whole reading of a listing came to, so that one whose pages are the same to the
 * byte need not be read, priced and compared again. It is kept in the store for the next run, of
 * this process or another one with the same program, definitions and rates.
 *
 * @param first what was asked first
 * @param pages in their order
 * @param taken rows that became items
 * @param newest when the posting that was published last was; absent if none is dated
 * @param extent how the source's postings stood in the store after it
 * @param at when they were read
 */
record KnownListing(
    List<PageRequest> first,
    List<Page> pages,
    int taken,
    int rejected,
    Optional<Instant> newest,
    Extent extent,
    Instant at) {
  private static final Logger LOG = LoggerFactory.getLogger(KnownListing.class);

  /** After this everything is read once more, whatever the pages say. */
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  /** All that extraction sees of an answer beside its body. */
  private static final List<String> HEADERS = List.of("content-type", "link");

  private static final JsonMapper JSON =
      PostingJson.MAPPER
          .rebuild()
          .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.ALWAYS))
          .addMixIn(PageKind.class, NamedKind.class)
          .addMixIn(FetchRules.Auth.class, NamedAuth.class)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PageKind.Listing.class, name = "listing"),
    @JsonSubTypes.Type(value = PageKind.Detail.class, name = "detail")
  })
  private interface NamedKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = FetchRules.Auth.Basic.class, name = "basic"),
    @JsonSubTypes.Type(value = FetchRules.Auth.Token.class, name = "token")
  })
  private interface NamedAuth {}

  KnownListing {
    first = List.copyOf(first);
    pages = List.copyOf(pages);
    Objects.requireNonNull(newest, "newest");
    Objects.requireNonNull(extent, "extent");
    Objects.requireNonNull(at, "at");
  }

  /**
   * A page and what it was.
   *
   * @param head hash of all that extraction sees of the answer beside its body
   * @param body hash of the body
   */
  record Page(PageRequest request, String head, String body, int rows) {
    static Page of(PageRequest request, Response response, int rows) {
      return new Page(request, head(response), response.hash(), rows);
    }

    boolean isAnsweredBy(Response response) {
      return head.equals(head(response)) && body.equals(response.hash());
    }

    private static String head(Response response) {
      Map<String, String> headers = new TreeMap<>(response.headers());
      headers.keySet().retainAll(HEADERS);
      return Sha256.hex(response.status() + " " + response.url() + " " + headers);
    }
  }

  /**
   * What is worth knowing of a run; absent where another run on the same pages could come to
   * something else: where it was not whole, asked for rows' own pages, or left a posting missing
   * that closes next time.
   */
  static Optional<KnownListing> of(
      FirstRequests first, ListingResult listing, List<Page> pages, Stored stored) {
    boolean isWhole = listing.outcome() == RunOutcome.Read.ITEMS && listing.whole();
    boolean isPlain =
        listing.details().isEmpty()
            && listing.announced().isEmpty()
            && listing.items().stream().allMatch(JobPosting.class::isInstance);
    boolean isSettled = stored.extent().filter(extent -> extent.missing() == 0).isPresent();
    if (!isWhole || !isPlain || !isSettled || !isStored(stored)) return Optional.empty();
    return Optional.of(
        new KnownListing(
            first.requests(),
            pages,
            listing.items().size(),
            listing.rejected().size(),
            BatchJudge.newest(listing.items().stream().map(JobPosting.class::cast).toList()),
            stored.extent().orElseThrow(),
            stored.run().at()));
  }

  private static boolean isStored(Stored stored) {
    return stored.outcome() == RunOutcome.Read.ITEMS
        || stored.outcome() == RunOutcome.Read.UNCHANGED;
  }

  /** Whether it is still good for a run that begins so. */
  boolean isGoodFor(FirstRequests begin, Instant when) {
    return first.equals(begin.requests()) && when.isBefore(at.plus(GOOD_FOR)) && !when.isBefore(at);
  }

  /** As one text, to be kept. */
  String write() {
    return JSON.writeValueAsString(this);
  }

  /** What was written so; absent if the text is damaged, and then everything is read anew. */
  static Optional<KnownListing> read(String text) {
    try {
      return Optional.ofNullable(JSON.readValue(text, KnownListing.class));
    } catch (JacksonException e) {
      LOG.warn("What is known of a listing cannot be read; it is read anew: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
