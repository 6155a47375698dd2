package worthwhile.store.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells one running process from every other, also after its number was given away again.
 *
 * @param place the computer since its start, and the room of process numbers on it; processes of
 *     one place can see each other
 * @param number the operating system's
 * @param started milliseconds since 1970; 0 where the system does not tell
 */
public record ProcessId(String place, long number, long started) {
  private static final ProcessId SELF = of(ProcessHandle.current());

  public ProcessId {
    if (place.isBlank() || place.contains(" "))
      throw new IllegalArgumentException("place \"" + place + "\" must be one word");
  }

  /** This process. */
  public static ProcessId self() {
    return SELF;
  }

  private static ProcessId of(ProcessHandle process) {
    return new ProcessId(here(), process.pid(), startOf(process));
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** On Linux the kernel's own names; elsewhere the host's name must do. */
  private static String here() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return boot + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | SecurityException | UnsupportedOperationException notLinux) {
      String host = System.getenv().getOrDefault("HOSTNAME", System.getenv("COMPUTERNAME"));
      return host == null || host.isBlank() ? "localhost" : host.strip().replace(' ', '-');
    }
  }

  /** The process that this text names; throws an IllegalArgumentException if it names none. */
  public static ProcessId parse(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length < 3)
      throw new IllegalArgumentException("\"" + text + "\" names no process: place, number, start");
    return new ProcessId(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  @Override
  public String toString() {
    return place + " " + number + " " + started;
  }

  /** Whether it runs; absent if that cannot be seen from here. */
  public Optional<Boolean> runs() {
    if (!place.equals(SELF.place)) return Optional.empty();
    return Optional.of(
        ProcessHandle.of(number).filter(found -> startOf(found) == started).isPresent());
  }
}
