package worthwhile.schedule;

/** Runs one source, or finds that it need not, and says when to come back. */
@FunctionalInterface
public interface RunSource {
  /** Runs the source on the calling thread, which is interrupted if the program has to stop. */
  ComeBack run(String source);
}
