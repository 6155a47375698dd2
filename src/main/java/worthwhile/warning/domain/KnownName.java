package worthwhile.warning.domain;

/**
 * A name that may be borrowed.
 *
 * @param label as it stands in a domain: lower case, without an ending
 * @param name for people
 * @param domain one that is really theirs; empty if none is known
 * @param owned whether a domain of theirs has this label
 */
record KnownName(
    String label, String name, String domain, LookAlike.Kind kind, boolean owned, Rarity rarity) {
  /** How surely the name, where it is met, means them. */
  enum Rarity {
    DISTINCT,
    /** It is a word too. */
    ORDINARY,
    /** It is a word that is in many names. */
    COMMON
  }

  boolean distinct() {
    return rarity == Rarity.DISTINCT;
  }

  boolean platform() {
    return kind == LookAlike.Kind.PLATFORM;
  }
}
