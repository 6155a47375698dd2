package worthwhile.source.read;

import java.util.Optional;
import worthwhile.source.card.Citation;

/** Reads when something on a card was so, and where that was read. */
final class Citations {
  private Citations() {}

  /** What {@code date}, {@code source} and {@code until} say; the first two must be there. */
  static Optional<Citation> of(Block block) {
    block.require("date", "source");
    Optional<Day> date = day(block, "date");
    Optional<Day> until = day(block, "until");
    Optional<String> source = block.link("source");
    if (date.isEmpty() || source.isEmpty()) return Optional.empty();
    if (until.filter(day -> day.first().isBefore(date.get().first())).isPresent())
      block.wrong("until", "must not be before date: since then it is no longer so");
    return Optional.of(
        new Citation(
            date.get().first(), date.get().precision(), source.get(), block.text("until")));
  }

  private static Optional<Day> day(Block block, String key) {
    return block.text(key).flatMap(text -> Day.of(text, block, key));
  }
}
