package worthwhile.account;

import worthwhile.posting.word.Worded;

/** What a token lets a program do for its owner. A signed-in person may do all of it. */
public enum Scope implements Worded {
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

  /** What it permits, for the owner to read. */
  public String meaning() {
    return meaning;
  }
}
