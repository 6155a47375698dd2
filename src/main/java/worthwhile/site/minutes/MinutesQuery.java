package worthwhile.site.minutes;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.text.time.DurationText;

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

  /** Longer texts are no time that somebody types. */
  static final int LONGEST = 20;

  private static final Pattern CLOCK = Pattern.compile("(?<h>[0-9]):(?<m>[0-5][0-9])");

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
    Optional<Duration> free =
        texts.size() == 1
            ? typed(text).filter(span -> span.toMinutes() >= LEAST && span.toMinutes() <= MOST)
            : Optional.empty();
    if (free.isEmpty())
      mistakes.add(
          new Mistake(
              FREE,
              text,
              "a whole number of minutes from "
                  + LEAST
                  + " to "
                  + MOST
                  + ", or a time such as 1h 30min"));
    return free;
  }

  /** Whole minutes: a bare number counts them, 1:30 is an hour and a half, else units say it. */
  private static Optional<Duration> typed(String text) {
    if (text.matches("[0-9]{1,3}")) return Optional.of(Duration.ofMinutes(Integer.parseInt(text)));
    if (text.length() > LONGEST || !text.matches("[0-9½¼¾].*")) return Optional.empty();
    Matcher clock = CLOCK.matcher(text);
    return clock.matches()
        ? Optional.of(
            Duration.ofHours(Long.parseLong(clock.group("h")))
                .plusMinutes(Long.parseLong(clock.group("m"))))
        : DurationText.parse(text).map(span -> span.truncatedTo(ChronoUnit.MINUTES));
  }
}
