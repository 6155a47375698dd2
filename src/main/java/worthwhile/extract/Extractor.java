package worthwhile.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import worthwhile.extract.rule.JsonText;
import worthwhile.extract.rule.PageRow;
import worthwhile.extract.rule.Rows;
import worthwhile.extract.rule.SourcePage;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Refusals;
import worthwhile.fetch.body.Body;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.source.Mark;
import worthwhile.source.PageKind;
import worthwhile.source.PageRules;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/** Turns a page into an extraction by a definition's rules. */
public final class Extractor {
  private Extractor() {}

  /** What the page is, and what stands in it; a page on which reading fails has drifted. */
  public static Extraction extract(SourceDefinition source, PageKind kind, ParsedPage parsed) {
    try {
      return read(source, kind, parsed);
    } catch (RuntimeException | VirtualMachineError failure) {
      return new Extraction.Stopped(Stop.unreadable(failure));
    }
  }

  private static Extraction read(SourceDefinition source, PageKind kind, ParsedPage parsed) {
    Optional<PageRules> rules =
        switch (kind) {
          case PageKind.Listing _ -> Optional.of(source.listing());
          case PageKind.Detail _ -> source.detail();
        };
    if (rules.isEmpty() || rules.get().shapes().isEmpty())
      return drifted("the source has no rules for its " + kind.word() + " page");
    SourcePage page = new SourcePage(source, parsed);
    int status = parsed.response().status();
    if (status < 200 || status > 299 || status == 204) return refused(page, rules.get(), kind);
    return marked(page, rules.get())
        .<Extraction>map(Extraction.Stopped::new)
        .orElseGet(() -> shapes(page, rules.get(), kind));
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

  private static Extraction refused(SourcePage page, PageRules rules, PageKind kind) {
    int status = page.response().status();
    boolean html = rules.shapes().getFirst().format() == Shape.Format.HTML;
    // What the definition says of its own source is surer than what a status says.
    Optional<Stop> told = marked(page, rules).or(() -> recognised(page, html));
    boolean pastEnd = rules.isPastEnd(kind, status);
    if (pastEnd && told.filter(Extractor::isNoPage).isPresent())
      return new Extraction.Empty("status " + status + ": past the last page", true);
    return told.or(() -> page.jsonRoot().flatMap(JsonErrors::in))
        .<Extraction>map(Extraction.Stopped::new)
        .orElseGet(() -> drifted("status " + status));
  }

  /** A refusal that says no more than that there is no such page. */
  private static boolean isNoPage(Stop stop) {
    return stop.kind() == Kind.DRIFTED || stop.kind() == Kind.GONE;
  }

  /**
   * The refusal that the page is. What may be otherwise at the next request, unavailable or
   * unacceptable, says of a page at hand only that it is not what its rules read: drifted.
   */
  private static Optional<Stop> recognised(SourcePage page, boolean html) {
    return Refusals.recognise(page.parsed(), html)
        .or(() -> Refusals.withoutContent(page.parsed()))
        .map(
            stop ->
                switch (stop.kind()) {
                  case UNAVAILABLE -> new Stop(Kind.DRIFTED, "unavailable: " + stop.text());
                  case UNACCEPTABLE -> new Stop(Kind.DRIFTED, stop.text());
                  case BLOCKED,
                      LOGIN_REQUIRED,
                      RATE_LIMITED,
                      GONE,
                      NOT_ALLOWED,
                      DRIFTED,
                      HELD_BACK,
                      BROKEN ->
                      stop;
                });
  }

  private static Extraction drifted(String reason) {
    return new Extraction.Stopped(Kind.DRIFTED, reason);
  }

  // --- declared marks

  private static Optional<Stop> marked(SourcePage page, PageRules rules) {
    Shape.Marks marks = rules.shapes().getFirst().marks();
    return marked(page, marks.gone(), Kind.GONE)
        .or(() -> marked(page, marks.blocked(), Kind.BLOCKED))
        .or(() -> marked(page, marks.login(), Kind.LOGIN_REQUIRED));
  }

  private static Optional<Stop> marked(SourcePage page, List<Mark> marks, Kind kind) {
    return marks.stream()
        .filter(mark -> stands(page, mark, false))
        .findFirst()
        .map(mark -> new Stop(kind, "mark " + name(mark)));
  }

  private static boolean stands(SourcePage page, Mark mark, boolean emptiness) {
    return switch (mark) {
      case Mark.Element(var css) ->
          (page.kind() == Body.Kind.HTML || page.kind() == Body.Kind.XML)
              && page.first(css).isPresent();
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
      case STRING -> says(node.stringValue().strip());
      case NULL, MISSING, BINARY, POJO -> false;
    };
  }

  /** A sentence, or a count of 0. */
  private static boolean says(String text) {
    return text.equals("0") || text.codePoints().anyMatch(Character::isLetter);
  }

  private static String name(Mark mark) {
    return switch (mark) {
      case Mark.Element(var css) -> "'" + css + "'";
      case Mark.Json(var pointer, var equals) ->
          "'" + pointer + equals.map(text -> "=" + text).orElse("") + "'";
    };
  }

  // --- shapes

  private static Extraction shapes(SourcePage page, PageRules rules, PageKind kind) {
    List<Rows.Found> looked = new ArrayList<>();
    for (Shape shape : rules.shapes()) {
      Rows.Found found = Rows.in(page, shape);
      if (found instanceof Rows.Some(List<PageRow> rows)) {
        Extraction read = items(page, rules, shape, rows, kind);
        boolean certain = looked.stream().noneMatch(Rows.Nothing.class::isInstance);
        if (certain || (read instanceof Extraction.Items items && !items.items().isEmpty()))
          return read;
      }
      looked.add(found);
    }
    return noRows(page, rules, looked);
  }

  private static Extraction items(
      SourcePage page, PageRules rules, Shape shape, List<PageRow> rows, PageKind kind) {
    if (shape.rows() instanceof Shape.WholePage || (rows.size() == 1 && isTop(shape))) {
      Optional<Stop> refusal = page.jsonRoot().flatMap(JsonErrors::in);
      if (refusal.isPresent()) return new Extraction.Stopped(refusal.get());
    }
    Extraction.Items items = new PageItems(page, shape, kind instanceof PageKind.Detail).read(rows);
    if (items.items().isEmpty() && !items.rejected().isEmpty())
      return refusal(page, shape)
          .<Extraction>map(Extraction.Stopped::new)
          .orElseGet(() -> drifted(lacking(items.rejected())));
    return switch (kind) {
      case PageKind.Detail _ -> items;
      case PageKind.Listing at ->
          items.before(NextPage.after(page, rules, at, rows.size() + shape.skipRows()));
    };
  }

  private static String lacking(List<Extraction.Rejected> rejected) {
    Extraction.Rejected first = rejected.getFirst();
    return "all %d rows lack what they need, such as %s (%s)"
        .formatted(rejected.size(), first.field(), first.reason());
  }

  private static boolean isTop(Shape shape) {
    return shape.rows() instanceof Shape.JsonRows(var pointer) && pointer.steps().isEmpty();
  }

  private static Extraction noRows(SourcePage page, PageRules rules, List<Rows.Found> looked) {
    Optional<Stop> envelope = page.jsonRoot().flatMap(JsonErrors::in);
    if (envelope.isPresent()) return new Extraction.Stopped(envelope.get());
    for (Shape shape : rules.shapes())
      for (Mark mark : shape.marks().empty())
        if (stands(page, mark, true)) return new Extraction.Empty("mark " + name(mark), true);
    for (Rows.Found found : looked)
      if (found instanceof Rows.Nothing(String proof)) return new Extraction.Empty(proof, false);
    return refusal(page, rules.shapes().getFirst())
        .<Extraction>map(Extraction.Stopped::new)
        .orElseGet(() -> drifted(reason(looked)));
  }

  private static Optional<Stop> refusal(SourcePage page, Shape shape) {
    boolean html =
        shape.format() == Shape.Format.HTML
            || shape.embedded().isPresent()
            || shape.format() == Shape.Format.JSON_LD
            || shape.format() == Shape.Format.MICRODATA;
    return recognised(page, html);
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
