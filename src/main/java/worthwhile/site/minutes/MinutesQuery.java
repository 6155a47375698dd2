package worthwhile.site.minutes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed.Mistake;

/**
 * What is asked for: how much time there is, and a search that says which tasks may be chosen.
 *
 * @param free from five minutes to eight hours
 */
record MinutesQuery(Duration free, SearchQuery search) {
  static final String FREE = "free";
  static final int USUAL = 30;
  static final int LEAST = 5;
  static final int MOST = 480;

  /** Order and pages mean nothing where tasks are chosen together. */
  private static final List<String> MEANINGLESS = List.of("sort", "page", "size", "open");

  /** A query, or what is wrong with the parameters. */
  sealed interface Parsed {
    record Valid(MinutesQuery query) implements Parsed {}

    record Invalid(List<Mistake> mistakes) implements Parsed {}
  }

  /** Reads the parameters of an address, {@code free} among them. */
  static Parsed parse(Map<String, List<String>> given) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, List<String>> rest = new LinkedHashMap<>(given);
    Optional<Duration> free = free(rest.remove(FREE), mistakes);
    for (String name : MEANINGLESS)
      if (rest.containsKey(name))
        mistakes.add(new Mistake(name, "", "no such parameter where tasks are chosen together"));
    rest.keySet().removeAll(MEANINGLESS);
    SearchQuery search = SearchQuery.everything();
    switch (SearchQuery.parse(rest)) {
      case SearchQuery.Parsed.Valid(SearchQuery query) -> search = query;
      case SearchQuery.Parsed.Invalid(List<Mistake> others) -> mistakes.addAll(others);
    }
    if (free.isEmpty() || !mistakes.isEmpty()) return new Parsed.Invalid(mistakes);
    return new Parsed.Valid(new MinutesQuery(free.get(), search));
  }

  private static Optional<Duration> free(@Nullable List<String> texts, List<Mistake> mistakes) {
    if (texts == null) return Optional.of(Duration.ofMinutes(USUAL));
    String text = texts.getLast().strip();
    if (texts.size() == 1 && text.matches("[0-9]{1,3}")) {
      int minutes = Integer.parseInt(text);
      if (minutes >= LEAST && minutes <= MOST) return Optional.of(Duration.ofMinutes(minutes));
    }
    mistakes.add(
        new Mistake(FREE, text, "a whole number of minutes from " + LEAST + " to " + MOST));
    return Optional.empty();
  }
}
