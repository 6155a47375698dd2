package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Where a posting stands in its life: open → missing → closed, or evergreen. */
public enum PostingState {
  /** Seen in the last complete run of its source. */
  @JsonProperty("open")
  OPEN,
  /** Absent from one complete run. */
  @JsonProperty("missing")
  MISSING,
  /** Closed by the source, absent from two complete runs, or expired: the reason stands beside. */
  @JsonProperty("closed")
  CLOSED,
  /** An application page that is always there; never counted as open work. */
  @JsonProperty("evergreen")
  EVERGREEN;

  /**
   * Whether a posting is offered that stands so: of what is missing or closed nobody is told.
   *
   * @param state null where nothing is said of it
   */
  public static boolean isOffered(@Nullable PostingState state) {
    return state == null || state == OPEN || state == EVERGREEN;
  }
}
