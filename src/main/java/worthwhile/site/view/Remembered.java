package worthwhile.site.view;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.HiddenTasks;
import worthwhile.search.SearchQuery;
import worthwhile.site.http.SiteSettings;

/**
 * What a browser remembers of its worker, in one cookie that a person can read: {@code
 * me=country:KE&floor:150-KES&currency:KES&kind:micro-task+interview&rhythm:25-5&block:mturk:A1B2&hide:mturk:3XY}.
 * Pages go by it where their address does not say otherwise; API and feeds never do. What makes no
 * sense in it is passed over.
 *
 * @param countries ISO 3166-1 codes where she may work from
 * @param floor what she wants pay to be seen against, as an address writes it
 * @param currency ISO 4217 code of the money that she reckons in
 * @param kinds words of the kinds of work that she looks for
 * @param rhythm minutes of work and of the break after them, as {@code 25-5}
 * @param blocked requesters of whom she wants to see nothing
 * @param hidden tasks that her lists leave out; the oldest fall out where the cookie would grow too
 *     long
 */
public record Remembered(
    List<String> countries,
    Optional<String> floor,
    Optional<String> currency,
    List<String> kinds,
    Optional<String> rhythm,
    BlockedRequesters blocked,
    HiddenTasks hidden) {
  public static final Remembered NOTHING =
      new Remembered(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          BlockedRequesters.NONE,
          HiddenTasks.NONE);

  /** In an address: no matter which, whatever is remembered. */
  public static final String ANY = "any";

  public static final String CURRENCY = "currency";

  private static final String COOKIE = "me";
  private static final String COUNTRY = "country";
  private static final String KIND = "kind";
  private static final String RHYTHM = "rhythm";
  private static final String BLOCK = "block";
  private static final String HIDE = "hide";
  private static final long YEAR = Duration.ofDays(365).toSeconds();

  /** Characters; browsers keep some 4,000 of a cookie. */
  private static final int LONGEST = 3_500;

  private static final Pattern FLOOR = Pattern.compile("[A-Za-z0-9.-]{1,40}");
  private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,2}-[1-9][0-9]{0,2}");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final Pattern PARTS = Pattern.compile("[&,]");
  private static final Pattern AMOUNT = Pattern.compile("(?<=[0-9])-(?=[A-Za-z])");

  public Remembered {
    countries = List.copyOf(countries);
    kinds = List.copyOf(kinds);
    int room =
        LONGEST
            - text(countries, floor, currency, kinds, rhythm, blocked, HiddenTasks.NONE).length();
    while (!hidden.isEmpty() && words(hidden).length() + 1 > room) hidden = hidden.withoutFirst();
  }

  /** What the cookie of a request says; of the one of former days, that of the floor alone. */
  public static Remembered of(Context ctx) {
    String cookie = ctx.cookie(COOKIE);
    if (cookie != null) return parse(cookie);
    String floor = ctx.cookie(Floor.NAME);
    return floor == null ? NOTHING : parse(Floor.NAME + ":" + floor);
  }

  /** Reads the value of a cookie. */
  static Remembered parse(String text) {
    if (text.length() > LONGEST) return NOTHING;
    Map<String, String> said = new HashMap<>();
    for (String part : PARTS.split(text)) {
      int colon = part.indexOf(':');
      if (colon > 0) said.put(part.substring(0, colon).strip(), part.substring(colon + 1).strip());
    }
    return new Remembered(
        sensible(COUNTRY, values(said.get(COUNTRY))),
        Optional.ofNullable(said.get(Floor.NAME))
            .filter(floor -> FLOOR.matcher(floor).matches())
            .map(floor -> AMOUNT.matcher(floor).replaceFirst(" ")),
        Optional.ofNullable(said.get(CURRENCY)).flatMap(Remembered::code),
        sensible(KIND, values(said.get(KIND))),
        Optional.ofNullable(said.get(RHYTHM)).filter(minutes -> MINUTES.matcher(minutes).matches()),
        blocked(values(said.get(BLOCK))),
        HiddenTasks.newest(
            values(said.get(HIDE)).stream().flatMap(word -> decoded(word).stream()).toList()));
  }

  private static Optional<String> decoded(String word) {
    try {
      return Optional.of(URLDecoder.decode(word, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }

  private static BlockedRequesters blocked(List<String> words) {
    return BlockedRequesters.newest(
        words.stream().flatMap(word -> requester(word).stream()).toList());
  }

  private static Optional<RequesterId> requester(String word) {
    return decoded(word).flatMap(BlockedRequesters::read);
  }

  /** A cookie holds neither spaces nor signs that part its values. */
  private static String word(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }

  private static List<String> values(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split("\\+"));
  }

  /** Those values that a search may have, in the form in which it has them. */
  private static List<String> sensible(String parameter, List<String> values) {
    return values.stream()
        .map(value -> SearchQuery.parse(Map.of(parameter, List.of(value))))
        .flatMap(
            parsed ->
                parsed instanceof SearchQuery.Parsed.Valid(SearchQuery query)
                    ? query.toParameters().getOrDefault(parameter, List.of()).stream()
                    : Stream.<String>empty())
        .distinct()
        .toList();
  }

  private static Optional<String> code(String text) {
    return Optional.of(text.toUpperCase(Locale.ROOT)).filter(code -> CODE.matcher(code).matches());
  }

  /**
   * With what an address or a form says beside: a thing that it does not name stays, {@code any} or
   * {@code none} forgets it.
   */
  public Remembered with(Map<String, List<String>> said) {
    return new Remembered(
        said.containsKey(COUNTRY) ? sensible(COUNTRY, said.get(COUNTRY)) : countries,
        said.containsKey(Floor.NAME) ? floor(said.get(Floor.NAME).getLast()) : floor,
        said.containsKey(CURRENCY) ? code(said.get(CURRENCY).getLast()) : currency,
        said.containsKey(KIND) ? sensible(KIND, said.get(KIND)) : kinds,
        rhythm,
        blocked,
        hidden);
  }

  /** The same with others blocked. */
  public Remembered withBlocked(BlockedRequesters now) {
    return new Remembered(countries, floor, currency, kinds, rhythm, now, hidden);
  }

  /** The same with other tasks hidden. */
  public Remembered withHidden(HiddenTasks now) {
    return new Remembered(countries, floor, currency, kinds, rhythm, blocked, now);
  }

  /** The same with another rhythm of work and breaks, as {@code 25-5}; absent for none. */
  public Remembered withRhythm(Optional<String> now) {
    return new Remembered(countries, floor, currency, kinds, now, blocked, hidden);
  }

  private static Optional<String> floor(String text) {
    return Optional.of(text).filter(floor -> !floor.equalsIgnoreCase("none"));
  }

  public boolean isNothing() {
    return equals(NOTHING);
  }

  /** The value of the cookie; empty if there is nothing. */
  String text() {
    return text(countries, floor, currency, kinds, rhythm, blocked, hidden);
  }

  private static String text(
      List<String> countries,
      Optional<String> floor,
      Optional<String> currency,
      List<String> kinds,
      Optional<String> rhythm,
      BlockedRequesters blocked,
      HiddenTasks hidden) {
    List<String> parts = new ArrayList<>();
    if (!countries.isEmpty()) parts.add(COUNTRY + ":" + String.join("+", countries));
    floor.ifPresent(text -> parts.add(Floor.NAME + ":" + text.replace(' ', '-')));
    currency.ifPresent(code -> parts.add(CURRENCY + ":" + code));
    if (!kinds.isEmpty()) parts.add(KIND + ":" + String.join("+", kinds));
    rhythm.ifPresent(minutes -> parts.add(RHYTHM + ":" + minutes));
    if (!blocked.isEmpty())
      parts.add(
          blocked.words().stream().map(Remembered::word).collect(joining("+", BLOCK + ":", "")));
    if (!hidden.isEmpty()) parts.add(words(hidden));
    return String.join("&", parts);
  }

  private static String words(HiddenTasks hidden) {
    return hidden.ids().stream().map(Remembered::word).collect(joining("+", HIDE + ":", ""));
  }

  /** Has the browser remember it, unless it does so already. */
  public void keep(Context ctx, SiteSettings settings) {
    if (ctx.cookie(Floor.NAME) != null) send(ctx, settings, Floor.NAME, "");
    String now = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
    if (!now.equals(text())) send(ctx, settings, COOKIE, text());
  }

  /** Without a value, it is forgotten. Scripts may read it: it says nothing of who she is. */
  private static void send(Context ctx, SiteSettings settings, String name, String value) {
    String cookie = name + "=" + value + "; Path=/; SameSite=Lax; Max-Age=";
    long seconds = value.isEmpty() ? 0 : YEAR;
    ctx.res().addHeader("Set-Cookie", cookie + seconds + (settings.https() ? "; Secure" : ""));
  }
}
