package worthwhile.site.me;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.site.http.Cookies;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.Remembered;

/**
 * When a reader was here last, in a cookie of its own that a person can read: {@code
 * visit=last:2026-11-29T09:40Z&since:2026-11-29T07:10Z}. A visit ends after half an hour without a
 * request. Only a browser that remembers something of its worker has it: who merely looks in gets
 * no cookie. It is not part of {@code me}, which would else be written anew with each page, and
 * could take back what another tab had just put into it.
 *
 * @param last the last request of the visit that goes on, to the minute; absent where none is known
 * @param since the last request of the visit before; absent where none is known
 */
public record LastVisit(Optional<Instant> last, Optional<Instant> since) {
  static final LastVisit NONE = new LastVisit(Optional.empty(), Optional.empty());

  private static final String COOKIE = "visit";
  private static final String LAST = "last:";
  private static final String SINCE = "since:";
  private static final Duration PAUSE = Duration.ofMinutes(30);

  /** Older than this, what is new since then is no news. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int LONGEST = 100;

  /** What the cookie of a request says; what makes no sense at this moment is passed over. */
  static LastVisit parse(String text, Instant now) {
    if (text.length() > LONGEST) return NONE;
    Optional<Instant> last = Optional.empty();
    Optional<Instant> since = Optional.empty();
    for (String part : text.split("&")) {
      if (part.startsWith(LAST)) last = moment(part.substring(LAST.length()), now);
      if (part.startsWith(SINCE)) since = moment(part.substring(SINCE.length()), now);
    }
    return new LastVisit(last, since);
  }

  private static Optional<Instant> moment(String text, Instant now) {
    return PageAddress.moment(text)
        .filter(moment -> !moment.isAfter(now) && moment.isAfter(now.minus(KEPT)));
  }

  /** The visit that a request at this moment belongs to. */
  LastVisit at(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    boolean ended = last.filter(moment -> moment.plus(PAUSE).isBefore(minute)).isPresent();
    return new LastVisit(Optional.of(minute), ended ? last : since);
  }

  /** The visit that a request belongs to; the browser keeps it, if it keeps anything. */
  public static LastVisit of(Context ctx, Instant now, SiteSettings settings) {
    if (Remembered.of(ctx).isNothing()) return NONE;
    String cookie = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
    LastVisit visit = parse(cookie, now).at(now);
    if (!visit.text().equals(cookie)) Cookies.keep(ctx, settings, COOKIE, visit.text(), KEPT);
    return visit;
  }

  /** Has the browser forget it. */
  public static void forget(Context ctx, SiteSettings settings) {
    if (ctx.cookie(COOKIE) != null) Cookies.keep(ctx, settings, COOKIE, "", Duration.ZERO);
  }

  String text() {
    List<String> parts = new ArrayList<>();
    last.ifPresent(moment -> parts.add(LAST + PageAddress.written(moment)));
    since.ifPresent(moment -> parts.add(SINCE + PageAddress.written(moment)));
    return String.join("&", parts);
  }
}
