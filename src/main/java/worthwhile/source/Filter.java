package worthwhile.source;

import com.google.re2j.Pattern;

/** One small change to a value; the list is closed. */
public sealed interface Filter {
  /** Lower case, whatever the machine's locale. */
  record Lower() implements Filter {}

  /** HTML entities decoded once. */
  record Unescape() implements Filter {}

  /** Plain text of HTML. */
  record Html() implements Filter {}

  /** Markup without some of its elements: what a post quotes is not the post's. */
  record Without(Css css) implements Filter {}

  /** One clean line. */
  record Line() implements Filter {}

  /** The text itself where it says that work is remote; else nothing is left. */
  record Remote() implements Filter {}

  /** An address made absolute against the page. */
  record Absolute() implements Filter {}

  /** Every occurrence of a literal text replaced. */
  record Replace(String find, String with) implements Filter {}

  /** A group of the first match; no match leaves nothing. */
  record Regex(Pattern find, int group) implements Filter {}

  /** One piece of the value cut at a literal text; a negative number counts from the end. */
  record Split(String at, int take) implements Filter {}

  /** The value of a parameter in an address's query. */
  record Query(String name) implements Filter {}

  /**
   * A short sign for a long text: 16 hexadecimal digits of SHA-256, of the text without case and
   * surplus blanks. What identifies a row that carries no identifier.
   */
  record Digest() implements Filter {}

  /** A text put before. */
  record Prefix(String text) implements Filter {}

  /** A text put behind. */
  record Suffix(String text) implements Filter {}
}
