package worthwhile.site.guide;

import java.time.Duration;
import worthwhile.account.Sessions;
import worthwhile.account.SignIns;
import worthwhile.site.http.Cookies;
import worthwhile.site.http.SiteSettings;

/**
 * What the page about traces shows beside its words: names and times as the code has them.
 *
 * @param session name of the cookie of who is signed in, as this instance sets it
 * @param device name of the cookie of a browser with which somebody has signed in before
 */
public record AboutTraces(
    String session, String device, long idleDays, long longestDays, long deviceDays) {
  static AboutTraces of(SiteSettings settings) {
    return new AboutTraces(
        Cookies.name(Cookies.Name.SESSION, settings),
        Cookies.name(Cookies.Name.DEVICE, settings),
        days(Sessions.IDLE),
        days(Sessions.LONGEST),
        days(SignIns.DEVICE_KEPT));
  }

  private static long days(Duration span) {
    return span.toDays();
  }
}
