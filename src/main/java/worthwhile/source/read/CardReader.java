package worthwhile.source.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import worthwhile.posting.TaskKind;
import worthwhile.posting.word.Worded;
import worthwhile.source.Access;
import worthwhile.source.Platform;
import worthwhile.source.SourceDefinition;
import worthwhile.source.card.OpenTo;
import worthwhile.source.card.Particulars;
import worthwhile.source.card.Sum;

/** Reads the card of a platform. */
final class CardReader {
  private static final List<String> KEYS =
      List.of(
          "schema",
          "id",
          "name",
          "homepage",
          "aliases",
          "formerly",
          "successor",
          "instead",
          "status",
          "status-since",
          "kind",
          "summary",
          "access",
          "access-reason",
          "pay",
          "payout",
          "review",
          "countries",
          "open-to",
          "minimum-pay",
          "minimum-payout",
          "paid-after-days",
          "watch-out",
          "look-alikes",
          "attribution",
          "robots",
          "facts",
          "fees",
          "points",
          "unpaid",
          "domains",
          "data-before-pay",
          "breaches",
          "suspensions",
          "auto-rejections",
          "after-rejection",
          "payout-methods",
          "screen-out",
          "fairwork",
          "deadlines",
          "changes",
          "offers",
          "category");

  private static final List<String> OFFERS =
      Stream.of(TaskKind.values()).map(TaskKind::word).toList();

  private static final int MOST_DAYS = 3650;

  private static final List<String> OPEN_TO_KEYS =
      List.of("everywhere", "only", "among-others", "closed-to", "date", "source");

  private final Block card;

  CardReader(Block card) {
    this.card = card.only(KEYS);
  }

  Platform read(String folder) {
    card.require("name");
    String id = card.text("id").orElse(folder);
    if (!id.equals(folder)) card.wrong("id", "must be the folder's name, '" + folder + "'");
    Status status = status();
    return new Platform(
        folder,
        card.text("name").orElse(folder),
        card.link("homepage"),
        card.texts("aliases"),
        formerly(),
        card.text("successor"),
        card.texts("instead"),
        status.state(),
        status.since().flatMap(since -> Day.of(since, card, "status")).map(Day::first),
        status.reason(),
        card.word("kind", Platform.KINDS).orElse("board"),
        card.text("summary"),
        access(),
        reason(),
        pay(),
        lines("payout"),
        minimumPayout(),
        paidAfterDays(),
        sentence("review"),
        sentence("countries"),
        openTo(),
        card.texts("watch-out"),
        card.text("attribution"),
        sentence("robots"),
        facts(),
        MoneyReader.fees(card),
        MoneyReader.points(card),
        MoneyReader.unpaid(card),
        card.word("offers", OFFERS).flatMap(word -> Worded.of(TaskKind.class, word)),
        card.text("category"),
        new ParticularsReader(card).read());
  }

  /** A platform of which only its source is known. */
  static Platform without(String folder, SourceDefinition source) {
    return new Platform(
        folder,
        source.name(),
        source.homepage(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        "open",
        Optional.empty(),
        Optional.empty(),
        "board",
        Optional.empty(),
        source.about().access(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        source.about().attribution(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Particulars.NONE);
  }

  private record Status(String state, Optional<String> since, Optional<String> reason) {}

  /** A word, or {@code state}, {@code since} and {@code reason}. */
  private Status status() {
    if (!(card.node("status").orElse(null) instanceof Node.Keys))
      return new Status(
          card.word("status", Platform.STATES).orElse("open"),
          card.text("status-since"),
          Optional.empty());
    Block status = card.block("status").orElseThrow().only(List.of("state", "since", "reason"));
    return new Status(
        status.word("state", Platform.STATES).orElse("open"),
        status.text("since"),
        status.text("reason"));
  }

  private List<Platform.Former> formerly() {
    List<Platform.Former> names = new ArrayList<>();
    for (Block former : card.blocks("formerly")) {
      former.only(List.of("name", "until", "what")).require("name");
      Optional<String> until = former.text("until");
      until.ifPresent(text -> Day.of(text, card, "formerly"));
      names.add(new Platform.Former(former.text("name").orElse(""), until, former.text("what")));
    }
    return names;
  }

  /** A sum, alone or as {@code amount} beside its day and source. */
  private Optional<Sum> minimumPayout() {
    return inner("minimum-payout", "amount")
        .map(block -> Sums.of(block, "amount"))
        .orElseGet(() -> Sums.of(card, "minimum-payout"));
  }

  /** A number of days, alone or as {@code days} beside its day and source. */
  private Optional<Integer> paidAfterDays() {
    OptionalInt days =
        inner("paid-after-days", "days")
            .map(block -> block.number("days", 0, MOST_DAYS))
            .orElseGet(() -> card.number("paid-after-days", 0, MOST_DAYS));
    return days.isPresent() ? Optional.of(days.getAsInt()) : Optional.empty();
  }

  private Optional<Block> inner(String key, String value) {
    if (!(card.node(key).orElse(null) instanceof Node.Keys)) return Optional.empty();
    return card.block(key)
        .map(block -> block.only(List.of(value, "date", "source")).require(value));
  }

  /** A word, or {@code how} and {@code why}. */
  private Access access() {
    if (card.node("access").orElse(null) instanceof Node.Keys) {
      Block access = card.block("access").orElseThrow().only(List.of("how", "why"));
      return AboutReader.access(access, "how").orElse(Access.PUBLIC);
    }
    return AboutReader.access(card, "access").orElse(Access.PUBLIC);
  }

  private Optional<String> reason() {
    if (card.node("access").orElse(null) instanceof Node.Keys)
      return card.block("access").flatMap(access -> access.text("why"));
    return card.text("access-reason");
  }

  private Map<String, String> pay() {
    Map<String, String> lines = new LinkedHashMap<>(lines("pay"));
    card.text("minimum-pay").ifPresent(minimum -> lines.put("minimum pay", minimum));
    return lines;
  }

  /** Lines by label; one sentence alone stands under the key's own name. */
  private Map<String, String> lines(String key) {
    if (!(card.node(key).orElse(null) instanceof Node.Keys))
      return sentence(key).map(text -> Map.of(key, text)).orElse(Map.of());
    Map<String, String> lines = new LinkedHashMap<>();
    Block inner = card.block(key).orElseThrow();
    for (String label : inner.names()) {
      String text = String.join(", ", inner.texts(label));
      if (!text.isEmpty()) lines.put(label, text);
    }
    return lines;
  }

  /** A sentence; a list is joined by commas, keys by colons. */
  private Optional<String> sentence(String key) {
    if (card.node(key).orElse(null) instanceof Node.Keys) {
      Block inner = card.block(key).orElseThrow();
      List<String> parts = new ArrayList<>();
      for (String label : inner.names())
        inner.text(label).ifPresent(text -> parts.add(label + ": " + text));
      return Optional.of(String.join("; ", parts)).filter(text -> !text.isEmpty());
    }
    return Optional.of(String.join(", ", card.texts(key))).filter(text -> !text.isEmpty());
  }

  /** One of the keys that say what is known, with the day and where it was read. */
  private Optional<OpenTo> openTo() {
    Optional<Block> given = card.block("open-to");
    if (given.isEmpty()) return Optional.empty();
    Block block = given.get().only(OPEN_TO_KEYS).require("date", "source");
    List<OpenTo.How> told =
        Stream.of(OpenTo.How.values()).filter(how -> block.node(key(how)).isPresent()).toList();
    Set<String> countries = new TreeSet<>();
    if (told.size() == 1 && told.getFirst() != OpenTo.How.EVERYWHERE)
      countries.addAll(block.texts(key(told.getFirst())));
    boolean codes = OpenTo.CODES.containsAll(countries);
    if (!codes
        || told.size() != 1
        || (told.getFirst() != OpenTo.How.EVERYWHERE && countries.isEmpty())) {
      card.wrong(
          "open-to",
          "must hold one of everywhere: true, only, among-others or closed-to with a list of"
              + " two-letter codes such as [US, GB], beside date and source");
      return Optional.empty();
    }
    Optional<LocalDate> date = block.date("date");
    Optional<String> source = block.link("source");
    return date.isPresent() && source.isPresent()
        ? Optional.of(new OpenTo(told.getFirst(), countries, date.get(), source.get()))
        : Optional.empty();
  }

  private static String key(OpenTo.How how) {
    return Worded.wordOf(how);
  }

  private List<Platform.Fact> facts() {
    List<Platform.Fact> facts = new ArrayList<>();
    for (Block fact : card.blocks("facts")) {
      fact.only(List.of("text", "date", "source", "until")).require("text");
      Citations.of(fact)
          .map(
              citation ->
                  new Platform.Fact(
                      fact.text("text").orElse(""),
                      citation.date(),
                      citation.precision(),
                      citation.source(),
                      citation.until()))
          .ifPresent(facts::add);
    }
    return facts;
  }
}
