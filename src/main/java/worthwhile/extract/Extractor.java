package worthwhile.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.Refusals;
import worthwhile.fetch.Response;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.source.Mark;
import worthwhile.source.PageRules;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;

/** Turns a page into an extraction by a definition's rules. */
public final class Extractor {
  private Extractor() {}

  /**
   * What the page is, and what stands in it.
   *
   * @param label {@code listing}, {@code listing 3} for the third page of it, or {@code detail}
   */
  public static Extraction extract(SourceDefinition source, String label, Response response) {
    boolean detail = label.equals("detail");
    Optional<PageRules> rules = detail ? source.detail() : Optional.of(source.listing());
    if (rules.isEmpty() || rules.get().shapes().isEmpty())
      return new Extraction.Drifted("the source has no rules for its " + label + " page");
    if (response.status() < 200 || response.status() > 299 || response.status() == 204)
      return refused(source, rules.get(), label, response);
    Page page = new Page(source, response);
    Optional<Extraction> marked = marked(page, rules.get());
    return marked.orElseGet(() -> shapes(page, rules.get(), label, detail));
  }

  /** The item with what its own page adds; what the page says wins, but for who the item is. */
  public static Item mergeDetail(Item item, Item detail) {
    return switch (item) {
      case JobPosting job when detail instanceof JobPosting more -> DetailMerge.merged(job, more);
      case DiscussionForumPosting post when detail instanceof DiscussionForumPosting more ->
          DetailMerge.merged(post, more);
      case AggregateRating rating -> rating;
      case JobPosting job -> job;
      case DiscussionForumPosting post -> post;
    };
  }

  // --- answers that are no content

  private static Extraction refused(
      SourceDefinition source, PageRules rules, String label, Response response) {
    boolean html = rules.shapes().getFirst().format() == Shape.Format.HTML;
    Page page = new Page(source, response);
    // What the definition says of its own source is surer than what a status says.
    Optional<Extraction> told =
        marked(page, rules)
            .or(() -> Refusals.recognise(response, html).flatMap(Extractor::ofOutcome));
    boolean pastEnd = rules.isPastEnd(label, response.status());
    if (pastEnd && told.filter(Extractor::isNoPage).isPresent())
      return new Extraction.Empty("status " + response.status() + ": past the last page");
    if (told.isPresent()) return told.get();
    return page.jsonRoot()
        .flatMap(Refusal::in)
        .orElseGet(() -> new Extraction.Drifted("status " + response.status()));
  }

  /** A refusal that says no more than that there is no such page. */
  private static boolean isNoPage(Extraction extraction) {
    return extraction instanceof Extraction.Drifted || extraction instanceof Extraction.Gone;
  }

  private static Optional<Extraction> ofOutcome(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Blocked blocked -> Optional.of(new Extraction.Blocked(blocked.reason()));
      case FetchOutcome.LoginRequired login ->
          Optional.of(new Extraction.LoginRequired(login.reason()));
      case FetchOutcome.RateLimited limited ->
          Optional.of(new Extraction.RateLimited(Optional.of(limited.retryAfter())));
      case FetchOutcome.Gone gone -> Optional.of(new Extraction.Gone(gone.reason()));
      case FetchOutcome.Unavailable unavailable ->
          Optional.of(new Extraction.Drifted("unavailable: " + unavailable.reason()));
      case FetchOutcome.Unacceptable unacceptable ->
          Optional.of(new Extraction.Drifted(unacceptable.reason()));
      case FetchOutcome.NotAllowed notAllowed ->
          Optional.of(new Extraction.Blocked(notAllowed.reason()));
      case FetchOutcome.Fetched fetched -> Optional.empty();
      case FetchOutcome.NotModified notModified -> Optional.empty();
    };
  }

  // --- declared marks

  private static Optional<Extraction> marked(Page page, PageRules rules) {
    Shape.Marks marks = rules.shapes().getFirst().marks();
    Optional<Mark> gone = found(page, marks.gone());
    if (gone.isPresent()) return Optional.of(new Extraction.Gone("mark " + name(gone.get())));
    Optional<Mark> blocked = found(page, marks.blocked());
    if (blocked.isPresent())
      return Optional.of(new Extraction.Blocked("mark " + name(blocked.get())));
    return found(page, marks.login())
        .map(mark -> new Extraction.LoginRequired("mark " + name(mark)));
  }

  private static Optional<Mark> found(Page page, List<Mark> marks) {
    return marks.stream().filter(mark -> stands(page, mark, false)).findFirst();
  }

  private static boolean stands(Page page, Mark mark, boolean emptiness) {
    return switch (mark) {
      case Mark.Element(var css) ->
          (page.kind() == Body.Kind.HTML || page.kind() == Body.Kind.XML)
              && page.document().selectFirst(css.selector()) != null;
      case Mark.Json(var pointer, var equals) ->
          page.jsonRoot().stream()
              .flatMap(root -> pointer.all(root).stream())
              .anyMatch(
                  node ->
                      equals.isPresent()
                          ? JsonText.of(node).filter(equals.get()::equals).isPresent()
                          : emptiness ? provesEmpty(node) : isTruthy(node));
    };
  }

  private static boolean isTruthy(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> false;
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.decimalValue().signum() != 0;
      case STRING -> !node.stringValue().isBlank();
      case ARRAY, OBJECT -> !node.isEmpty();
      case BINARY, POJO -> true;
    };
  }

  /** A count of 0, an empty list, or a sign such as {@code "noResults": true}. */
  private static boolean provesEmpty(JsonNode node) {
    return switch (node.getNodeType()) {
      case NUMBER -> node.decimalValue().signum() == 0;
      case ARRAY, OBJECT -> node.isEmpty();
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.stringValue().strip().matches("0|.*\\p{L}.*");
      case NULL, MISSING, BINARY, POJO -> false;
    };
  }

  private static String name(Mark mark) {
    return switch (mark) {
      case Mark.Element(var css) -> "'" + css + "'";
      case Mark.Json(var pointer, var equals) ->
          "'" + pointer + equals.map(text -> "=" + text).orElse("") + "'";
    };
  }

  // --- shapes

  private static Extraction shapes(Page page, PageRules rules, String label, boolean detail) {
    List<Rows.Found> looked = new ArrayList<>();
    for (Shape shape : rules.shapes()) {
      Rows.Found found = Rows.in(page, shape);
      if (found instanceof Rows.Some(List<Row> rows)) {
        Extraction read = items(page, rules, shape, rows, label, detail);
        boolean certain = looked.stream().noneMatch(Rows.Nothing.class::isInstance);
        if (certain || read instanceof Extraction.Items items && !items.items().isEmpty())
          return read;
      }
      looked.add(found);
    }
    return noRows(page, rules, looked);
  }

  private static Extraction items(
      Page page, PageRules rules, Shape shape, List<Row> rows, String label, boolean detail) {
    if (shape.rows() instanceof Shape.WholePage || rows.size() == 1 && isTop(shape)) {
      Optional<Extraction> refusal = page.jsonRoot().flatMap(Refusal::in);
      if (refusal.isPresent()) return refusal.get();
    }
    Extraction.Items items = new Listing(page, shape, detail).read(rows);
    if (items.items().isEmpty() && !items.rejected().isEmpty()) {
      Extraction.Rejected first = items.rejected().getFirst();
      return refusal(page, shape)
          .orElse(
              new Extraction.Drifted(
                  "all %d rows lack what they need, such as %s (%s)"
                      .formatted(items.rejected().size(), first.field(), first.reason())));
    }
    if (detail) return items;
    return new Extraction.Items(
        items.items(),
        items.rejected(),
        items.leftOut(),
        NextPage.after(page, rules, label, rows.size() + shape.skipRows()),
        items.details(),
        items.notes());
  }

  private static boolean isTop(Shape shape) {
    return shape.rows() instanceof Shape.JsonRows(var pointer) && pointer.steps().isEmpty();
  }

  private static Extraction noRows(Page page, PageRules rules, List<Rows.Found> looked) {
    Optional<Extraction> envelope = page.jsonRoot().flatMap(Refusal::in);
    if (envelope.isPresent()) return envelope.get();
    for (Shape shape : rules.shapes())
      for (Mark mark : shape.marks().empty())
        if (stands(page, mark, true)) return new Extraction.Empty("mark " + name(mark));
    for (Rows.Found found : looked)
      if (found instanceof Rows.Nothing(String proof)) return new Extraction.Empty(proof);
    Optional<Extraction> refusal = refusal(page, rules.shapes().getFirst());
    return refusal.orElseGet(() -> new Extraction.Drifted(reason(looked)));
  }

  private static Optional<Extraction> refusal(Page page, Shape shape) {
    boolean html =
        shape.format() == Shape.Format.HTML
            || shape.embedded().isPresent()
            || shape.format() == Shape.Format.JSON_LD
            || shape.format() == Shape.Format.MICRODATA;
    return Refusals.recognise(page.response(), html).flatMap(Extractor::ofOutcome);
  }

  /** What is broken says more than what is missing, and that more than another format. */
  private static String reason(List<Rows.Found> looked) {
    for (Rows.Found found : looked) if (found instanceof Rows.Broken(String reason)) return reason;
    for (Rows.Found found : looked) if (found instanceof Rows.NoList(String reason)) return reason;
    for (Rows.Found found : looked)
      if (found instanceof Rows.OtherFormat(String reason)) return reason;
    return "no rows";
  }
}
