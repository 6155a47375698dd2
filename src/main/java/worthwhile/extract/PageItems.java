package worthwhile.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import worthwhile.extract.grammar.Grammars;
import worthwhile.extract.grammar.JobPostingReader;
import worthwhile.extract.rule.Draft;
import worthwhile.extract.rule.FieldValues;
import worthwhile.extract.rule.PageRow;
import worthwhile.extract.rule.RowReader;
import worthwhile.extract.rule.SourcePage;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.source.Emits;
import worthwhile.source.PageRequest;
import worthwhile.source.Requests;
import worthwhile.source.RowCondition;
import worthwhile.source.Rule;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.source.TextExtractor;
import worthwhile.text.Shortened;
import worthwhile.text.pay.PayText;

/** Evaluates the rows of one page, in one loop whatever the format. */
final class PageItems {
  private final SourcePage page;
  private final SourceDefinition source;
  private final Shape shape;
  private final boolean detail;
  private final Assembler assembler;
  private final List<Extraction.Rejected> rejected = new ArrayList<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<String, int[]> unread = new LinkedHashMap<>();
  private final Map<String, String> unreadExample = new LinkedHashMap<>();
  private int leftOut;

  PageItems(SourcePage page, Shape shape, boolean detail) {
    this.page = page;
    this.source = page.source();
    this.shape = shape;
    this.detail = detail;
    this.assembler = new Assembler(source, page.response().url(), page.response().at(), detail);
  }

  /** Where a row stands, and the id of the item that it is to become; absent if it is not told. */
  private record Place(int row, Optional<String> id) {}

  /** One row that is to become an item, and what its own page's address may need. */
  private record Line(Place place, Draft draft, Map<String, String> texts) {}

  /** All rows of the page, as items, rejected or left out. */
  Extraction.Items read(List<PageRow> rows) {
    for (int i = 0; i < rows.size(); i++) row(i, rows.get(i), rows.size() == 1);
    List<Draft> drafts = lines.values().stream().map(Line::draft).toList();
    RowIdentity.toldApart(drafts).ifPresent(page::note);
    List<Item> items = new ArrayList<>();
    Map<String, PageRequest> details = new LinkedHashMap<>();
    for (Line line : lines.values()) {
      switch (assembler.assemble(line.draft())) {
        case Assembler.Made(Item item) -> {
          Optional<String> fault = faultOfIds(item);
          fault.ifPresent(why -> reject(line.place(), "identifier", why));
          if (fault.isPresent()) continue;
          items.add(item);
          if (!detail) wanted(line).ifPresent(request -> details.put(item.id(), request));
        }
        case Assembler.Lacks(String field) -> reject(line.place(), field, "missing");
      }
    }
    rejected.sort(java.util.Comparator.comparingInt(Extraction.Rejected::row));
    return new Extraction.Items(items, rejected, leftOut, Optional.empty(), details, notes());
  }

  private static Optional<String> faultOfIds(Item item) {
    return switch (item) {
      case JobPosting posting -> posting.faultOfIds();
      case DiscussionForumPosting talk -> Optional.empty();
      case AggregateRating rating -> Optional.empty();
    };
  }

  private Optional<PageRequest> wanted(Line line) {
    if (source.detail().isEmpty()) return Optional.empty();
    Map<String, String> texts = new LinkedHashMap<>(line.texts());
    for (String field : List.of("identifier", "url"))
      Optional.ofNullable(line.draft().text(field))
          .ifPresent(text -> texts.putIfAbsent(field, text));
    return Requests.detail(source, texts, page.response().at());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(page.notes());
    unread.forEach(
        (field, count) ->
            notes.add(
                field
                    + ": unreadable in "
                    + count[0]
                    + " rows, such as '"
                    + unreadExample.get(field)
                    + "'"));
    return notes;
  }

  // --- one row

  private void row(int index, PageRow row, boolean alone) {
    if (row.fault().isPresent()) {
      reject(new Place(index, Optional.empty()), "rows", row.fault().get());
      return;
    }
    RowReader reader = new RowReader(page, shape, row);
    Draft draft =
        shape.extractor().filter(TextExtractor.JOB_POSTING::equals).isPresent()
                && row.json().isPresent()
            ? JobPostingReader.read(page, row.json().get(), alone)
            : new Draft();
    Map<String, FieldValues.Outcome> outcomes = fill(draft, reader);
    Place place = new Place(index, isItem() ? id(draft) : Optional.empty());
    Optional<String> unjudged = unjudged(outcomes, reader, draft);
    if (unjudged.isPresent()) {
      reject(place, unjudged.get(), "missing");
      return;
    }
    if (isLeftOut(reader, draft)) {
      leftOut++;
      return;
    }
    for (Map.Entry<String, FieldValues.Outcome> each : outcomes.entrySet())
      if (!accepted(place, each.getKey(), each.getValue(), draft)) return;
    further(place, draft, reader);
  }

  /** Whether a row is one item: a text may hold several, each with an identifier of its own. */
  private boolean isItem() {
    return shape.extractor().filter(each -> each != TextExtractor.JOB_POSTING).isEmpty();
  }

  private Optional<String> id(Draft draft) {
    return RowIdentity.told(draft, shape, page).map(told -> source.id() + ":" + told);
  }

  private Map<String, FieldValues.Outcome> fill(Draft draft, RowReader reader) {
    FieldValues values = new FieldValues(reader);
    Map<String, FieldValues.Outcome> outcomes = new LinkedHashMap<>();
    for (Map.Entry<String, Rule> each : shape.fields().entrySet()) {
      FieldValues.Outcome outcome = values.of(each.getKey(), each.getValue());
      outcomes.put(each.getKey(), outcome);
      if (outcome instanceof FieldValues.Got(Object value)) put(draft, each.getKey(), value);
    }
    return outcomes;
  }

  /** Minutes beside pay in a source's own field are the requester's statement. */
  private void put(Draft draft, String field, Object value) {
    if (!(value instanceof PayText.Found found)) {
      draft.put(field, value);
      return;
    }
    draft.put(field, found.amount());
    boolean stated = source.emits() == Emits.JOB_POSTING && shape.extractor().isEmpty();
    Optional<Duration> minutes = stated ? found.minutes() : Optional.empty();
    if (!shape.fields().containsKey("timeRequired"))
      minutes.ifPresent(span -> draft.putIfAbsent("timeRequired", span));
  }

  private boolean accepted(Place place, String field, FieldValues.Outcome outcome, Draft draft) {
    Rule rule =
        Objects.requireNonNull(
            shape.fields().get(field), "fields are read by the rules of the shape");
    boolean optional =
        rule.optional()
            || (draft.has(field) && shape.extractor().isPresent())
            || (field.equals("identifier") && RowIdentity.isIdentified(draft, shape, page));
    return switch (outcome) {
      case FieldValues.Got got -> true;
      case FieldValues.Missing missing -> optional || reject(place, field, "missing");
      case FieldValues.Unreadable(String text) -> {
        String shown = Shortened.to(60, text);
        unread.computeIfAbsent(field, name -> new int[1])[0]++;
        unreadExample.putIfAbsent(field, shown);
        yield optional || reject(place, field, "cannot be read: '" + shown + "'");
      }
    };
  }

  private boolean reject(Place place, String field, String reason) {
    rejected.add(new Extraction.Rejected(place.row(), field, reason, place.id()));
    return false;
  }

  // --- rows that are left out

  /** A field that rows are kept by, that every row should have, and that this one lacks. */
  private Optional<String> unjudged(
      Map<String, FieldValues.Outcome> outcomes, RowReader reader, Draft draft) {
    for (RowCondition condition : shape.leaveOut())
      if (holds(condition, reader, draft)) return Optional.empty();
    return shape.keep().stream()
        .map(RowCondition::field)
        .filter(field -> outcomes.get(field) instanceof FieldValues.Missing)
        .filter(
            field ->
                !Objects.requireNonNull(
                            shape.fields().get(field), "fields are read by the rules of the shape")
                        .optional()
                    && !draft.has(field))
        .findFirst();
  }

  private boolean isLeftOut(RowReader reader, Draft draft) {
    for (RowCondition condition : shape.leaveOut())
      if (holds(condition, reader, draft)) return true;
    for (RowCondition condition : shape.keep()) if (!holds(condition, reader, draft)) return true;
    return false;
  }

  private static boolean holds(RowCondition condition, RowReader reader, Draft draft) {
    List<String> texts = reader.texts(condition.field());
    if (texts.isEmpty()) texts = draft.words(condition.field());
    return texts.stream().anyMatch(text -> condition.matches().matcher(text).find());
  }

  // --- text grammars, repeated rows

  private void further(Place place, Draft draft, RowReader reader) {
    if (shape.extractor().isEmpty()) {
      add(place, draft, reader);
      return;
    }
    switch (Grammars.read(shape.extractor().get(), source, draft, reader)) {
      case Grammars.LeftOut out -> leftOut++;
      case Grammars.Drafts(List<Draft> drafts) ->
          drafts.forEach(
              each -> add(isItem() ? place : new Place(place.row(), id(each)), each, reader));
    }
  }

  private void add(Place place, Draft draft, RowReader reader) {
    String key =
        shape
            .once()
            .map(field -> String.join("\n", draft.words(field)))
            .filter(text -> !text.isEmpty())
            .map(text -> "once " + text)
            .orElse("row " + lines.size() + " " + place.row());
    Line first = lines.get(key);
    if (first != null) first.draft().merge(draft);
    else lines.put(key, new Line(place, draft, reader.firstTexts()));
  }
}
