package worthwhile.work;

import com.fasterxml.jackson.annotation.JsonProperty;
import worthwhile.posting.word.Worded;

/** How a piece of work became known. */
public enum Provenance implements Worded {
  /** Measured with Start and Done. */
  @JsonProperty("timer")
  TIMER,
  /** Told by the worker afterwards. */
  @JsonProperty("report")
  REPORT,
  /** From a file of the platform's. */
  @JsonProperty("import")
  IMPORT,
  /** From a time tracker's file: hours without pay. */
  @JsonProperty("tracker")
  TRACKER;

  /** Whether the worker noted it herself; the platform's own row of the same work may come too. */
  public boolean isNoted() {
    return this != IMPORT;
  }
}
