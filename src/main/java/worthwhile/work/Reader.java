package worthwhile.work;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * For whom a file is read, and what is known around it.
 *
 * @param worker id of the account
 * @param zone of dates that carry none, where the platform prescribes no other
 * @param now when it is read: nothing in a history lies behind it
 * @param platforms ids of platforms by their names in lower case
 */
public record Reader(String worker, ZoneId zone, Instant now, Map<String, String> platforms) {
  public Reader {
    Objects.requireNonNull(worker, "worker");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(now, "now");
    platforms = Map.copyOf(platforms);
  }

  /** The id of a platform that somebody calls by its name; an unknown name becomes its own id. */
  public String platform(String name) {
    String known = platforms.get(name.strip().toLowerCase(Locale.ROOT));
    if (known != null) return known;
    String id = Recognition.key(name).replace(' ', '-');
    return id.length() > 60 ? id.substring(0, 60) : id;
  }
}
