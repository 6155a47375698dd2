package worthwhile.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kind of page of a source one is: a page of its listing, or a row's own. */
public sealed interface PageKind {
  /**
   * A page of the listing.
   *
   * @param number its place in the paging, from 1
   */
  record Listing(int number) implements PageKind {
    public Listing {
      if (number < 1) throw new IllegalArgumentException("page " + number + " of a listing");
    }

    /** The first page. */
    public Listing() {
      this(1);
    }
  }

  /** The page of one row alone. */
  record Detail() implements PageKind {}

  /**
   * The word for it in fixtures and reasons: {@code listing}, {@code listing 3}, {@code detail}.
   */
  default String word() {
    return switch (this) {
      case Listing(int number) -> number == 1 ? "listing" : "listing " + number;
      case Detail() -> "detail";
    };
  }

  /** The kind that a word stands for; absent if it is none. */
  static Optional<PageKind> of(String word) {
    if (word.equals("detail")) return Optional.of(new Detail());
    Matcher listing = Pattern.compile("listing(?: ([1-9][0-9]{0,4}))?").matcher(word);
    return listing.matches()
        ? Optional.of(
            new Listing(listing.group(1) == null ? 1 : Integer.parseInt(listing.group(1))))
        : Optional.empty();
  }
}
