package worthwhile.warning.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * A host whose name pretends to be somebody's.
 *
 * @param host in lower case, as it is looked up; {@code xn--} where it has other letters
 * @param of whom it pretends to be, for people; absent only if {@code kind} is {@link
 *     Kind#JOB_LURE}
 * @param own a domain that is really theirs; absent if none is known
 * @param kind whose name is borrowed
 * @param trick how
 * @param start where the quote begins in the text, in characters
 * @param quote the host as it stands in the text
 */
public record LookAlike(
    String host,
    Optional<String> of,
    Optional<String> own,
    Kind kind,
    Trick trick,
    int start,
    String quote) {
  public LookAlike {
    Objects.requireNonNull(trick);
    if (host.isBlank() || quote.isBlank() || start < 0)
      throw new IllegalArgumentException(
          "A look-alike has a host, and a quote of it somewhere in the text");
    if (of.isEmpty() != (kind == Kind.JOB_LURE))
      throw new IllegalArgumentException("A look-alike is of somebody, unless it only lures");
  }

  /** Whose name is borrowed. */
  public enum Kind {
    /** That of a place where work is offered. */
    PLATFORM,
    /** That of a well-known firm. */
    FIRM,
    /** Nobody's: the name is put together of words that lure, as such names are by the hundred. */
    JOB_LURE
  }

  /** How a name is made to look like another. */
  public enum Trick {
    /** The platform's card tells of it. */
    LISTED,
    /** The right name with another ending. */
    ENDING,
    /** Other letters or digits that look the same. */
    LETTERS,
    /** A slip of the keyboard. */
    SPELLING,
    /** The right name with words added. */
    ADDED_WORDS,
    /** The right name in front of a domain that is somebody else's. */
    SUB_DOMAIN,
    /** Words of recruiting and a number, and no name at all. */
    LURE_WORDS
  }

  LookAlike in(HostsInText.Mention mention) {
    return new LookAlike(host, of, own, kind, trick, mention.start(), mention.written());
  }

  /** Behind where the quote ends in the text, in characters. */
  public int end() {
    return start + quote.length();
  }
}
