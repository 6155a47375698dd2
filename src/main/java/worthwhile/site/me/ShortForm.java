package worthwhile.site.me;

import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;

/**
 * What the short form above a list is filled in with: what the browser remembers, at a first visit
 * what can be guessed.
 *
 * @param country names of countries; empty for none
 * @param languages their names; empty for none
 * @param floor as it was written; empty for none
 * @param minutes empty for none
 * @param hint what stands in the empty field for the floor
 */
public record ShortForm(
    String country, String languages, String floor, String minutes, String hint) {
  private static final String EXAMPLE = "150 KES";

  public static final ShortForm EMPTY = new ShortForm("", "", "", "", EXAMPLE);

  public static ShortForm of(Remembered remembered, FirstGuess guess) {
    String hint = guess.floor().isEmpty() ? EXAMPLE : guess.floor();
    if (remembered.isNothing())
      return new ShortForm(guess.country(), guess.languages(), "", "", hint);
    return new ShortForm(
        Show.countries(remembered.countries()),
        LanguageNames.line(remembered.languages()),
        remembered.floor().orElse(""),
        remembered.minutes().map(String::valueOf).orElse(""),
        EXAMPLE);
  }
}
