package worthwhile.site.market;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.posting.word.Worded;
import worthwhile.site.view.Labels;

/** What the tables of the market are by. */
enum MarketBy {
  PLATFORM,
  CATEGORY,
  HOUR,
  WEEKDAY,
  /** How long tasks are open, by platform. */
  OPEN_TIME;

  /** The word in addresses and in the API. */
  String word() {
    return Worded.wordOf(this);
  }

  /** The heading of its table. */
  String title() {
    return Labels.part("market." + word());
  }

  static Optional<MarketBy> of(String word) {
    return Stream.of(values()).filter(by -> by.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(MarketBy::word).toList();
  }
}
