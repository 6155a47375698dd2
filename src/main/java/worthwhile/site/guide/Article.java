package worthwhile.site.guide;

import java.util.List;
import java.util.Optional;
import worthwhile.site.view.Labels;

/**
 * The articles of the guide, in the order in which somebody who is new reads them. Title and first
 * line of each are in the catalogue ({@code article.NAME.title}, {@code article.NAME.lead}), its
 * words in the template of its name.
 */
public enum Article {
  WHAT_IT_PAYS("what-it-pays", LiveSearch.SHORT_SURVEYS, LiveSearch.ALL),
  TRADES("trades", LiveSearch.TRANSLATION),
  PLATFORMS("platforms", LiveSearch.ALL),
  PROFILE("profile", LiveSearch.INTERVIEWS),
  TOOLS("tools", LiveSearch.TRANSCRIPTION, LiveSearch.AI_RATING),
  DOING_WELL("doing-well", LiveSearch.KNOWN_TO_PAY),
  SCAMS("scams", LiveSearch.WITHOUT_WARNING),
  TIME("time", LiveSearch.QUARTER_OF_AN_HOUR),
  TAXES("taxes", LiveSearch.PROJECTS),
  PAYOUT("payout", LiveSearch.SHORT_SURVEYS);

  /** The index of all articles. */
  static final String INDEX = "/guide";

  private final String word;
  private final List<LiveSearch> searches;

  Article(String word, LiveSearch... searches) {
    this.word = word;
    this.searches = List.of(searches);
  }

  /** The one with this word in its address; absent if there is none. */
  static Optional<Article> of(String word) {
    return List.of(values()).stream().filter(article -> article.word.equals(word)).findFirst();
  }

  /** The last part of its address, and the name of its template. */
  String word() {
    return word;
  }

  public String path() {
    return INDEX + "/" + word;
  }

  public String title() {
    return Labels.part("article." + word + ".title");
  }

  /** What a reader learns, in a sentence. */
  public String lead() {
    return Labels.part("article." + word + ".lead");
  }

  /** Searches whose figures stand at its end: two at most, since each is asked of the index. */
  List<LiveSearch> searches() {
    return searches;
  }

  /** The one to be read next; absent after the last. */
  Optional<Article> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }
}
