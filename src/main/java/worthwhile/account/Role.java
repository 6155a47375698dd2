package worthwhile.account;

import java.util.Locale;
import java.util.Optional;

/** What an account may do beyond its own affairs. */
public enum Role {
  /** Everybody with an account. */
  WORKER,
  /** Whose reviews count in full from the start, because the operator knows her. */
  TRUSTED,
  /** Judges what others report. */
  MODERATOR,
  /** Runs the instance. */
  OPERATOR;

  /** As written in commands and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that a word means. */
  public static Optional<Role> of(String word) {
    for (Role role : values()) if (role.word().equalsIgnoreCase(word)) return Optional.of(role);
    return Optional.empty();
  }
}
