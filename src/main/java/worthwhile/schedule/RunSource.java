package worthwhile.schedule;

/** Runs one source and says when it is due again. */
@FunctionalInterface
public interface RunSource {
  /** Runs the source on the calling thread, which is interrupted if the program has to stop. */
  NextRun run(String source);
}
