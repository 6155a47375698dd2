package worthwhile.site.platform;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.word.Worded;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;
import worthwhile.source.Platform;
import worthwhile.source.card.OpenTo;

/**
 * Whether a platform takes workers from somewhere, as its card says.
 *
 * @param countries ISO 3166-1 codes, of which one suffices
 */
record Joining(List<String> countries, Answer answer) {
  /** What is known. */
  enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }

  Joining {
    countries = List.copyOf(countries);
  }

  /** What the card says of these countries; absent if there are none. */
  static Optional<Joining> of(Platform platform, Collection<String> countries) {
    return countries.isEmpty()
        ? Optional.empty()
        : Optional.of(new Joining(List.copyOf(countries), answer(platform, countries)));
  }

  private static Answer answer(Platform platform, Collection<String> countries) {
    Optional<OpenTo> known = platform.openTo();
    if (known.isEmpty()) return Answer.NOT_KNOWN;
    if (countries.stream().anyMatch(known.get()::includes)) return Answer.YES;
    return countries.stream().allMatch(known.get()::excludes) ? Answer.NO : Answer.NOT_KNOWN;
  }

  /** From where, in words. */
  String from() {
    return Show.countries(countries);
  }

  /** The answer in a word or two. */
  String word() {
    return Labels.part("market.joins-" + Worded.wordOf(answer));
  }
}
