package worthwhile.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the card of a platform. */
final class CardReader {
  private static final List<String> KEYS =
      List.of(
          "schema",
          "id",
          "name",
          "homepage",
          "aliases",
          "successor",
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
          "minimum-pay",
          "watch-out",
          "look-alikes",
          "attribution",
          "robots",
          "facts",
          "fees",
          "points");

  private final Block card;

  CardReader(Block card) {
    this.card = card.only(KEYS);
  }

  Platform read(String folder) {
    card.require("name");
    String id = card.text("id").orElse(folder);
    if (!id.equals(folder)) card.wrong("id", "must be the folder's name, '" + folder + "'");
    String[] status = status();
    return new Platform(
        folder,
        card.text("name").orElse(folder),
        card.link("homepage"),
        card.texts("aliases"),
        card.text("successor"),
        status[0],
        day(status[1], "status"),
        card.text("kind").orElse("board"),
        card.text("summary"),
        access(),
        reason(),
        pay(),
        lines("payout"),
        sentence("review"),
        sentence("countries"),
        card.texts("watch-out"),
        card.texts("look-alikes"),
        card.text("attribution"),
        sentence("robots"),
        facts(),
        MoneyReader.fees(card),
        MoneyReader.points(card));
  }

  /** A platform of which only its source is known. */
  static Platform without(String folder, SourceDefinition source) {
    return new Platform(
        folder,
        source.name(),
        source.homepage(),
        List.of(),
        Optional.empty(),
        "open",
        Optional.empty(),
        "board",
        Optional.empty(),
        source.about().access(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        source.about().attribution(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A word, or {@code state} and {@code since}. */
  private String[] status() {
    List<String> states = List.of("open", "waitlist", "merged", "closed");
    if (card.node("status").orElse(null) instanceof Node.Keys) {
      Block status = card.block("status").orElseThrow();
      status.only(List.of("state", "since", "reason"));
      return new String[] {
        status.word("state", states).orElse("open"), status.text("since").orElse(null)
      };
    }
    return new String[] {
      card.word("status", states).orElse("open"), card.text("status-since").orElse(null)
    };
  }

  private Optional<LocalDate> day(String text, String key) {
    if (text == null) return Optional.empty();
    if (text.matches("[0-9]{4}")) return Optional.of(LocalDate.parse(text + "-01-01"));
    if (text.matches("[0-9]{4}-[0-9]{2}")) return Optional.of(LocalDate.parse(text + "-01"));
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (java.time.DateTimeException e) {
      card.wrong(key, "must hold a day such as 2026-09-30, not '" + text + "'");
      return Optional.empty();
    }
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

  private List<Platform.Fact> facts() {
    List<Platform.Fact> facts = new ArrayList<>();
    for (Block fact : card.blocks("facts")) {
      fact.only(List.of("text", "date", "source")).require("text");
      facts.add(
          new Platform.Fact(
              fact.text("text").orElse(""),
              day(fact.text("date").orElse(null), "facts").orElse(null),
              fact.text("source").orElse(null)));
    }
    return facts;
  }
}
