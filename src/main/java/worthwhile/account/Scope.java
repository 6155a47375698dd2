package worthwhile.account;

import java.util.Locale;
import java.util.Optional;

/** What a token lets a program do for its owner. A signed-in person may do all of it. */
public enum Scope {
  /** Read what the account has. */
  READ("read what the account has"),
  /** Change what the account has, except how one signs in. */
  WRITE("write reviews, searches and other things of the account"),
  /** Forward pages from the worker's own browser. */
  COMPANION("forward pages from your own browser"),
  /** Bring in the worker's own files. */
  IMPORT("bring in your own files");

  private final String meaning;

  Scope(String meaning) {
    this.meaning = meaning;
  }

  /** As written in requests and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it permits, for the owner to read. */
  public String meaning() {
    return meaning;
  }

  /** The scope that a word means. */
  public static Optional<Scope> of(String word) {
    for (Scope scope : values()) if (scope.word().equalsIgnoreCase(word)) return Optional.of(scope);
    return Optional.empty();
  }
}
