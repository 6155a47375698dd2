package worthwhile.alert.match;

/** What became of a search that was to be filed. */
public sealed interface Filing {
  /** It is matched from now on. */
  record Filed() implements Filing {}

  /** It cannot be matched, and whatever had its id before is not any more. */
  record Broken(String message) implements Filing {}
}
