package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;
import worthwhile.posting.JobPosting;

/**
 * Judges what was made of titles of r/HITsWorthTurkingFor by a second, much simpler reading: the
 * one "pay / time" that most titles have, and the piece before it, which is the requester.
 */
final class HitTitles {
  private static final Pattern PAY =
      Pattern.compile(
          "(?<![\\w.$])\\$?\\s?(?<a>\\d*\\.\\d+|\\d+)\\s*(?:\\+[^/]{0,40})?/\\s*[~<>=≈ ]*(?<t>\\d+(?:\\.\\d+)?)"
              + "(?:\\s*(?:-|–|to)\\s*(?<u>\\d+(?:\\.\\d+)?))?\\s*(?<s>s(?:ec(?:ond)?s?)?|m(?:i*n(?:ute)?s?)?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REQUESTER = Pattern.compile(" - (?<r>[^-–/$]{2,60}?) ?- ?\\(?\\$?$");
  private static final Pattern ANY_MONEY =
      Pattern.compile("[$¢]|\\bcents?\\b|\\.\\d|\\d\\s*/|/\\s*\\.?\\d");

  private final List<RedditPosts.Post> posts;
  private final Map<String, JobPosting> items;

  HitTitles(List<RedditPosts.Post> posts, List<JobPosting> items) {
    this.posts = posts;
    this.items =
        items.stream().collect(Collectors.toMap(JobPosting::identifier, Function.identity()));
  }

  /** At least 98 of 100 titles that state pay, time and requester in the usual way are read so. */
  void judge() {
    int stated = 0;
    int pay = 0;
    int minutes = 0;
    int named = 0;
    int requester = 0;
    for (RedditPosts.Post post : posts) {
      String title = plain(post.title());
      Optional<JobPosting> item = Optional.ofNullable(items.get(post.id()));
      if (!ANY_MONEY.matcher(title).find())
        item.ifPresent(found -> assertThat(found.baseSalary()).as(title).isNull());
      item.ifPresent(found -> assertThat(found.timeRequired()).as(title).isNull());
      Matcher usual = PAY.matcher(title);
      if (!usual.find() || PAY.matcher(title.substring(usual.end())).find()) continue;
      stated++;
      if (item.filter(found -> isPay(found, usual)).isPresent()) pay++;
      if (item.filter(found -> isTime(found, usual)).isPresent()) minutes++;
      Matcher before = REQUESTER.matcher(title.substring(0, usual.start()));
      if (!before.find()) continue;
      named++;
      if (item.filter(found -> isRequester(found, before.group("r"))).isPresent()) requester++;
    }
    assertThat(stated).isGreaterThan(440);
    assertThat(named).isGreaterThan(350);
    assertThat(share(pay, stated)).as("pay").isGreaterThan(0.98);
    assertThat(share(minutes, stated)).as("minutes").isGreaterThan(0.98);
    assertThat(share(requester, named)).as("requester").isGreaterThan(0.95);
    everyOne();
  }

  /** Over all posts that are offers, however they are spelled. */
  private void everyOne() {
    assertThat(share(count(item -> item.baseSalary() != null), items.size())).isGreaterThan(0.98);
    assertThat(share(count(item -> !item.reports().isEmpty()), items.size())).isGreaterThan(0.96);
    assertThat(share(count(item -> item.hiringOrganization() != null), items.size()))
        .isGreaterThan(0.95);
    assertThat(items.values())
        .allMatch(item -> item.reports().stream().allMatch(report -> report.by().equals("forum")));
  }

  private long count(java.util.function.Predicate<JobPosting> predicate) {
    return items.values().stream().filter(predicate).count();
  }

  private static double share(long part, long whole) {
    return (double) part / whole;
  }

  private static String plain(String title) {
    String once = Parser.unescapeEntities(title, false);
    return Parser.unescapeEntities(once, false).replaceAll("\\s+", " ").strip();
  }

  private static boolean isPay(JobPosting item, Matcher usual) {
    return item.baseSalary() != null
        && item.baseSalary().minValue().compareTo(new BigDecimal(usual.group("a"))) == 0;
  }

  private static boolean isTime(JobPosting item, Matcher usual) {
    BigDecimal time = new BigDecimal(usual.group("t"));
    if (usual.group("u") != null)
      time = time.add(new BigDecimal(usual.group("u"))).divide(BigDecimal.TWO);
    if (usual.group("s").toLowerCase(java.util.Locale.ROOT).startsWith("s"))
      time = time.divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP);
    BigDecimal expected = time;
    return item.reports().stream()
        .anyMatch(
            report ->
                report.minutes().subtract(expected).abs().compareTo(new BigDecimal("0.01")) < 0);
  }

  private static boolean isRequester(JobPosting item, String stated) {
    return item.hiringOrganization() != null
        && item.hiringOrganization().name().equals(stated.strip());
  }
}
