package worthwhile.schedule;

import worthwhile.source.Stop;

/** What a run met, as far as it matters for when to come back. */
public sealed interface RunResult {
  /** It told what is on offer, and something was new or different. */
  record Changed() implements RunResult {}

  /** It told what is on offer, and all was known; also "not modified". */
  record Unchanged() implements RunResult {}

  /** It did not tell, and why. */
  record Stopped(Stop stop) implements RunResult {}
}
