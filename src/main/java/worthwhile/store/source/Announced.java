package worthwhile.store.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import worthwhile.extract.Announcement;
import worthwhile.posting.PostingJson;
import worthwhile.store.sql.Meta;

/**
 * The newest announcement of each platform that it ends, kept when it is no longer shown: a page
 * that says nothing any more is often gone altogether.
 */
public final class Announced {
  private static final String PREFIX = "announced ";

  /** Seeing it again sooner than this is not written down. */
  private static final Duration AGAIN = Duration.ofHours(6);

  private final Meta meta;

  public Announced(Meta meta) {
    this.meta = meta;
  }

  /**
   * One announcement.
   *
   * @param platform id
   * @param kind whether it closes or goes over into another platform
   * @param quote as it stood on the page
   * @param day when it ends; absent if no day was named
   * @param source id of the source on whose page it stood
   * @param url of the page
   * @param firstSeen when a crawl first met it
   * @param lastSeen when a crawl last met it, to some hours
   */
  public record Entry(
      String platform,
      Announcement.Kind kind,
      String quote,
      Optional<LocalDate> day,
      String source,
      String url,
      Instant firstSeen,
      Instant lastSeen) {}

  /** The newest announcement of a platform. */
  public Optional<Entry> of(String platform) {
    return meta.get(PREFIX + platform).map(Announced::entry);
  }

  /** The newest of every platform that ever announced its end, by platform. */
  public List<Entry> all() {
    return meta.beginningWith(PREFIX).values().stream().map(Announced::entry).toList();
  }

  /** Keeps what a page of the source announced; other words replace what was kept before. */
  public void keep(
      String platform, Announcement announcement, String source, String url, Instant at) {
    Optional<Entry> same =
        of(platform).filter(before -> before.quote().equals(announcement.quote()));
    if (same.filter(before -> at.isBefore(before.lastSeen().plus(AGAIN))).isPresent()) return;
    Entry entry =
        new Entry(
            platform,
            announcement.kind(),
            announcement.quote(),
            announcement.day(),
            source,
            url,
            same.map(Entry::firstSeen).orElse(at),
            at);
    meta.put(PREFIX + platform, PostingJson.MAPPER.writeValueAsString(entry));
  }

  private static Entry entry(String json) {
    return PostingJson.MAPPER.readValue(json, Entry.class);
  }
}
