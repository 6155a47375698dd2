package worthwhile.work.file;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.work.Recognition;

/**
 * For whom a file is read, and what is known around it.
 *
 * @param worker id of the account
 * @param zone of dates that carry none, where the platform prescribes no other
 * @param now when it is read: nothing in a history lies behind it
 * @param platforms the id of a platform that somebody calls by this name; absent if none is known
 */
public record Reader(
    String worker, ZoneId zone, Instant now, Function<String, Optional<String>> platforms) {
  public Reader {
    Objects.requireNonNull(worker, "worker");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(platforms, "platforms");
  }

  /** The id of a platform that somebody calls by its name; an unknown name becomes its own id. */
  public String platform(String name) {
    return platform(name, platforms);
  }

  /** The id of a platform that somebody calls by its name, without a file. */
  public static String platform(String name, Function<String, Optional<String>> platforms) {
    return platforms.apply(name.strip()).orElseGet(() -> ownId(name));
  }

  private static String ownId(String name) {
    String id = Recognition.key(name).replace(' ', '-');
    if (id.isEmpty()) return "other";
    return id.length() > 60 ? id.substring(0, 60) : id;
  }
}
