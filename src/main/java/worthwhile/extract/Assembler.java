package worthwhile.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.rule.Draft;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.WordList;
import worthwhile.posting.WorkReport;
import worthwhile.source.Emits;
import worthwhile.source.FieldNames;
import worthwhile.source.SourceDefinition;
import worthwhile.text.Languages;
import worthwhile.text.Places;

/** Makes items of drafts. */
final class Assembler {
  private final SourceDefinition source;
  private final URI page;
  private final Instant at;
  private final boolean detail;

  /**
   * @param page address of the page, for a detail page that does not say its own
   * @param at when the page was read
   * @param detail whether the page is a row's own: it need not repeat identifier and title
   */
  Assembler(SourceDefinition source, URI page, Instant at, boolean detail) {
    this.source = source;
    this.page = page;
    this.at = at;
    this.detail = detail;
  }

  /** An item, or the field that it lacks. */
  sealed interface Assembled {}

  /** An item. */
  record Made(Item item) implements Assembled {}

  /** What a row needs in any case. */
  record Lacks(String field) implements Assembled {}

  Assembled assemble(Draft draft) {
    String identifier = identifier(draft);
    if (identifier == null) return new Lacks("identifier");
    return switch (source.emits()) {
      case JOB_POSTING ->
          draft.has("title") || detail ? new Made(job(draft, identifier)) : new Lacks("title");
      case DISCUSSION_FORUM_POSTING ->
          draft.has("text") || draft.has("headline") || detail
              ? new Made(post(draft, identifier))
              : new Lacks("text");
      case AGGREGATE_RATING -> rating(draft, identifier);
    };
  }

  /** The row's own, else its address without what changes from visit to visit. */
  private @Nullable String identifier(Draft draft) {
    if (draft.has("identifier")) return draft.text("identifier");
    if (source.emits() == Emits.AGGREGATE_RATING && draft.has("requesterId"))
      return draft.text("requesterId");
    String url = draft.text("url");
    if (url != null) return Canonical.identity(url);
    return detail ? page.toString() : null;
  }

  private JobPosting job(Draft draft, String identifier) {
    String title = draft.has("title") ? draft.text("title") : "";
    String description = draft.text("description");
    String words = description == null ? title : title + "\n" + description;
    JobPostingBuilder job = JobPosting.builder(source.id(), source.platform(), identifier);
    for (WordList list : WordList.values()) list.set(job, draft.texts(list.field()));
    if (draft.texts("ineligibleRegion").isEmpty())
      job.ineligibleRegion(Places.excluded(draft.text("jobLocation")));
    return job.url(draft.text("url"))
        .title(title)
        .description(description)
        .language(
            Optional.ofNullable(draft.text("language")).or(() -> Languages.of(words)).orElse(null))
        .hiringOrganization(organization(draft))
        .baseSalary(draft.money("baseSalary"))
        .timeRequired(draft.span("timeRequired"))
        .timeAllowed(draft.span("timeAllowed"))
        .timeMeasured(draft.span("timeMeasured"))
        .totalJobOpenings(draft.count("totalJobOpenings"))
        .occupationalCategory(draft.text("occupationalCategory"))
        .employmentType(draft.text("employmentType"))
        .jobLocation(draft.text("jobLocation"))
        .jobLocationType(draft.text("jobLocationType"))
        .datePosted(draft.date("datePosted"))
        .validThrough(draft.date("validThrough"))
        .state(state(draft))
        .stateReason(state(draft) == PostingState.CLOSED ? reason(draft) : null)
        .reports(reports(draft, draft.date("datePosted")))
        .build();
  }

  private static @Nullable PostingState state(Draft draft) {
    if (draft.flag("closed")) return PostingState.CLOSED;
    return draft.flag("evergreen") ? PostingState.EVERGREEN : null;
  }

  private static Reason reason(Draft draft) {
    return draft.has("stateReason")
        ? Reason.stated(draft.text("stateReason"))
        : Reason.of("closed-by-source");
  }

  private static @Nullable Organization organization(Draft draft) {
    return draft.has("hiringOrganization") || draft.has("requesterId")
        ? new Organization(
            draft.text("hiringOrganization"), draft.text("requesterId"), draft.text("requesterUrl"))
        : null;
  }

  private DiscussionForumPosting post(Draft draft, String identifier) {
    return new DiscussionForumPosting(
        source.id() + ":" + identifier,
        source.id(),
        source.platform(),
        identifier,
        draft.text("url"),
        draft.text("headline"),
        draft.text("author"),
        draft.date("datePublished"),
        draft.text("text"),
        draft.texts("mentions"),
        draft.money("baseSalary"),
        reports(draft, draft.date("datePublished")));
  }

  private Assembled rating(Draft draft, String identifier) {
    if (!draft.has("reviewedPlatform")) return new Lacks("reviewedPlatform");
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    for (String aspect : FieldNames.ASPECTS) {
      if (draft.has(aspect + "Rating")) values.put(aspect, draft.decimal(aspect + "Rating"));
      if (draft.has(aspect + "Verdict")) words.put(aspect, draft.text(aspect + "Verdict"));
    }
    return new Made(
        new AggregateRating(
            source.id() + ":" + identifier,
            source.id(),
            source.platform(),
            identifier,
            new AggregateRating.Reviewed(
                draft.text("itemReviewed"),
                draft.text("reviewedPlatform"),
                draft.has("requesterId") ? draft.text("requesterId") : identifier),
            values,
            words,
            values.isEmpty() ? null : draft.decimal("bestRating"),
            values.isEmpty() ? null : draft.decimal("worstRating"),
            draft.count("reviewCount"),
            draft.money("wage"),
            buckets(draft.texts("payBuckets")),
            draft.count("rejections"),
            draft.count("blocks"),
            draft.count("tosFlags"),
            source.name(),
            draft.text("url"),
            at));
  }

  private static List<AggregateRating.Bucket> buckets(List<String> pairs) {
    List<AggregateRating.Bucket> buckets = new ArrayList<>();
    for (int i = 0; i + 1 < pairs.size(); i += 2)
      if (pairs.get(i + 1).matches("[1-9][0-9]{0,8}"))
        buckets.add(new AggregateRating.Bucket(pairs.get(i), Integer.parseInt(pairs.get(i + 1))));
    return buckets;
  }

  /** A poster's own minutes are somebody's report, never the time that the requester states. */
  private static List<WorkReport> reports(Draft draft, @Nullable Instant at) {
    List<WorkReport> reports = new ArrayList<>(draft.reports());
    Duration span = draft.span("reportMinutes");
    if (span != null)
      reports.add(new WorkReport(draft.text("author"), minutes(span), at, null, "forum"));
    return reports;
  }

  /** Minutes, to the hundredth at least. */
  static BigDecimal minutes(Duration span) {
    BigDecimal minutes =
        BigDecimal.valueOf(span.toMillis())
            .divide(BigDecimal.valueOf(60_000), new MathContext(4))
            .stripTrailingZeros();
    return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
  }
}
