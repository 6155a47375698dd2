package worthwhile.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody who uses this instance.
 *
 * @param id never changes and says nothing about the person
 * @param name as chosen; unique among names that look alike
 * @param created when the account was made
 */
public record Account(String id, String name, Set<Role> roles, Instant created) {
  /** Id of the one user of a personal instance, who has not signed up. */
  public static final String LOCAL = "local";

  public Account {
    Objects.requireNonNull(created, "created");
    if (id.isBlank()) throw new IllegalArgumentException("an account needs an id");
    if (name.isBlank()) throw new IllegalArgumentException("an account needs a name");
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether this is the one user of a personal instance. */
  public boolean isLocal() {
    return id.equals(LOCAL);
  }
}
