package worthwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import worthwhile.store.source.ProcessId;

/**
 * When database and index are to be looked through: at the first start after a stop that was none
 * of our own, and daily. Two files in the data folder remember it: {@code running} is there from
 * the start to a clean stop, {@code checked} has the time of the last look.
 */
final class CheckTimes {
  private static final Duration RHYTHM = Duration.ofDays(1);

  private static final String RUNNING = "running";
  private static final String CHECKED = "checked";

  private final Path running;
  private final Path checked;
  private boolean unclean;

  private CheckTimes(Path running, Path checked, boolean unclean) {
    this.running = running;
    this.checked = checked;
    this.unclean = unclean;
  }

  /** Notes the start of an instance that serves. */
  static CheckTimes start(Path data) {
    Path running = data.resolve(RUNNING);
    boolean unclean = Files.exists(running);
    write(running, ProcessId.self() + "\n");
    return new CheckTimes(running, data.resolve(CHECKED), unclean);
  }

  /**
   * Notes the start where what is there is made anew, so that nothing of it need be looked through.
   */
  static CheckTimes startAnew(Path data) {
    CheckTimes times = start(data);
    times.unclean = false;
    return times;
  }

  /** The process that serves from this folder; absent if none is seen to. */
  static Optional<ProcessId> served(Path data) {
    Path running = data.resolve(RUNNING);
    try {
      if (!Files.exists(running)) return Optional.empty();
      ProcessId process = ProcessId.parse(Files.readString(running).strip());
      return Optional.of(process).filter(it -> it.runs().orElse(false));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // Broken off while it was written: nothing serves from it yet.
    } catch (IOException e) {
      throw new UncheckedIOException(running + " cannot be read", e);
    }
  }

  /** Whether something was looked through here before. */
  static boolean isKnown(Path data) {
    return Files.exists(data.resolve(CHECKED));
  }

  /** Whether it is time; a last look in the future was noted by a clock that was wrong. */
  boolean isDue(Instant now) {
    return unclean
        || last().filter(last -> !last.isAfter(now) && last.plus(RHYTHM).isAfter(now)).isEmpty();
  }

  private Optional<Instant> last() {
    try {
      return Files.exists(checked)
          ? Optional.of(Instant.parse(Files.readString(checked).strip()))
          : Optional.empty();
    } catch (DateTimeParseException _) { // As good as no time.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(checked + " cannot be read", e);
    }
  }

  /** Notes that everything was looked through. */
  void looked(Instant now) {
    unclean = false;
    write(checked, now + "\n");
  }

  /** Notes a clean stop. */
  void stopped() {
    if (unclean) return; // What was to be looked through was not yet: the next start does it.
    try {
      Files.deleteIfExists(running);
    } catch (IOException e) {
      throw new UncheckedIOException(running + " cannot be deleted", e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
