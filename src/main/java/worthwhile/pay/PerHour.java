package worthwhile.pay;

import java.util.List;
import java.util.Optional;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;

/** What a posting pays per hour, or what is missing for saying so. */
public sealed interface PerHour {
  /** There is a figure. */
  record Known(Pay figure) implements PerHour {}

  /**
   * There is none.
   *
   * @param missing a reason for each thing that is not known, one at least
   */
  record NotKnown(List<Reason> missing) implements PerHour {
    public NotKnown {
      missing = List.copyOf(missing);
      if (missing.isEmpty()) throw new IllegalArgumentException("nothing is missing");
    }
  }

  /** The figure; absent if there is none. */
  default Optional<Pay> pay() {
    return switch (this) {
      case Known(Pay figure) -> Optional.of(figure);
      case NotKnown _ -> Optional.empty();
    };
  }
}
