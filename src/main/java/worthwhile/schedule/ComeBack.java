package worthwhile.schedule;

import java.time.Instant;

/** When to come back to a source after it was looked at. */
public sealed interface ComeBack {
  /** It is due then: its run was written down so. */
  record Due(Instant at) implements ComeBack {}

  /** Nothing was written down, another process has it or broke down on it: look again then. */
  record Look(Instant at) implements ComeBack {}
}
