package worthwhile.alert.saved;

import java.util.Optional;

/** What older rows do not have. */
final class Absent {
  private Absent() {}

  /** The value; absent where stored JSON lacks its name. */
  static <T> Optional<T> ifNull(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }
}
