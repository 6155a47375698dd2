package worthwhile.site.view;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.Fit;
import worthwhile.search.HiddenTasks;
import worthwhile.search.SearchQuery;
import worthwhile.site.http.Cookies;
import worthwhile.site.http.SiteSettings;
import worthwhile.text.Escaped;

/**
 * What a browser remembers of its worker, in one cookie that a person can read: {@code
 * me=country:KE&language:en+sw&floor:150-KES&currency:KES&minutes:30&kind:micro-task&device:phone&platform:prolific&rhythm:25-5&block:mturk:A1B2&hide:mturk:3XY}.
 * Pages go by it where their address does not say otherwise; API and feeds never do. What makes no
 * sense in it is passed over, and what she has not said leaves nothing out.
 *
 * @param countries ISO 3166-1 codes where she may work from, at most 20
 * @param languages ISO 639-1 codes of what she reads, at most 10
 * @param floor what she wants pay to be seen against, as an address writes it
 * @param currency ISO 4217 code of the money that she reckons in
 * @param minutes how many minutes she usually has, 1 to 480
 * @param kinds words of the kinds of work that she looks for
 * @param devices words of what she has to work with
 * @param platforms ids of those that she says she has joined, at most 20
 * @param rhythm minutes of work and of the break after them, as {@code 25-5}
 * @param blocked requesters of whom she wants to see nothing
 * @param hidden tasks that her lists leave out; the oldest fall out where the cookie would grow too
 *     long
 */
@RecordBuilder
public record Remembered(
    List<String> countries,
    List<String> languages,
    Optional<String> floor,
    Optional<String> currency,
    Optional<Integer> minutes,
    List<String> kinds,
    List<String> devices,
    List<String> platforms,
    Optional<String> rhythm,
    BlockedRequesters blocked,
    HiddenTasks hidden) {
  public static final Remembered NOTHING =
      new Remembered(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          BlockedRequesters.NONE,
          HiddenTasks.NONE);

  /** In an address: no matter which, whatever is remembered. */
  public static final String ANY = "any";

  public static final String CURRENCY = "currency";
  public static final String COUNTRY = "country";
  public static final String LANGUAGE = "language";
  public static final String MINUTES = "minutes";
  public static final String KIND = "kind";
  public static final String DEVICE = "device";
  public static final String PLATFORM = "platform";

  /** Most minutes that she may have at once. */
  public static final int LONGEST_TIME = 480;

  private static final String COOKIE = "me";
  private static final String RHYTHM = "rhythm";
  private static final String BLOCK = "block";
  private static final String HIDE = "hide";
  private static final Duration YEAR = Duration.ofDays(365);

  /** So that what is chosen fits into one search and, with whom she blocks, into one cookie. */
  private static final int MOST_COUNTRIES = 20;

  private static final int MOST_LANGUAGES = 10;
  private static final int MOST_PLATFORMS = 20;

  /** Characters; browsers keep some 4,000 of a cookie. */
  private static final int LONGEST = 3_500;

  private static final Pattern FLOOR = Pattern.compile("[A-Za-z0-9.-]{1,40}");
  private static final Pattern SPANS = Pattern.compile("[1-9][0-9]{0,2}-[1-9][0-9]{0,2}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,29}");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final Pattern PARTS = Pattern.compile("[&,]");
  private static final Pattern AMOUNT = Pattern.compile("(?<=[0-9])-(?=[A-Za-z])");

  public Remembered {
    countries = countries.stream().limit(MOST_COUNTRIES).toList();
    languages = languages.stream().limit(MOST_LANGUAGES).toList();
    kinds = List.copyOf(kinds);
    devices = List.copyOf(devices);
    platforms = platforms.stream().limit(MOST_PLATFORMS).toList();
    if (!hidden.isEmpty()) {
      Remembered rest =
          new Remembered(
              countries,
              languages,
              floor,
              currency,
              minutes,
              kinds,
              devices,
              platforms,
              rhythm,
              blocked,
              HiddenTasks.NONE);
      int room = LONGEST - rest.text().length();
      while (!hidden.isEmpty() && words(hidden).length() + 1 > room) hidden = hidden.withoutFirst();
    }
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
        sensible(LANGUAGE, values(said.get(LANGUAGE))),
        Optional.ofNullable(said.get(Floor.NAME))
            .filter(floor -> FLOOR.matcher(floor).matches())
            .map(floor -> AMOUNT.matcher(floor).replaceFirst(" ")),
        Optional.ofNullable(said.get(CURRENCY)).flatMap(Remembered::code),
        Optional.ofNullable(said.get(MINUTES)).flatMap(Remembered::minutes),
        sensible(KIND, values(said.get(KIND))),
        sensible(DEVICE, values(said.get(DEVICE))),
        names(values(said.get(PLATFORM))),
        Optional.ofNullable(said.get(RHYTHM)).filter(minutes -> SPANS.matcher(minutes).matches()),
        blocked(values(said.get(BLOCK))),
        HiddenTasks.newest(
            values(said.get(HIDE)).stream().flatMap(word -> decoded(word).stream()).toList()));
  }

  /** What a word of a cookie says; absent where it is garbled. */
  public static Optional<String> decoded(String word) {
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
  public static String word(String id) {
    return Escaped.idInAddress(id);
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

  private static List<String> names(List<String> values) {
    return values.stream().filter(name -> NAME.matcher(name).matches()).distinct().toList();
  }

  /** A number of minutes that she may have; absent for what is none. */
  public static Optional<Integer> minutes(String text) {
    return Optional.of(text.strip())
        .filter(number -> NUMBER.matcher(number).matches())
        .map(Integer::valueOf)
        .filter(number -> number <= LONGEST_TIME);
  }

  private static Optional<String> code(String text) {
    return Optional.of(text.toUpperCase(Locale.ROOT)).filter(code -> CODE.matcher(code).matches());
  }

  /**
   * With what an address or a form says beside: a thing that it does not name stays, {@code any} or
   * {@code none} forgets it.
   */
  public Remembered with(Map<String, List<String>> said) {
    RememberedBuilder now = RememberedBuilder.builder(this);
    if (said.containsKey(COUNTRY)) now.countries(sensible(COUNTRY, list(said, COUNTRY)));
    if (said.containsKey(LANGUAGE)) now.languages(sensible(LANGUAGE, list(said, LANGUAGE)));
    if (said.containsKey(Floor.NAME)) now.floor(floor(list(said, Floor.NAME).getLast()));
    if (said.containsKey(CURRENCY)) now.currency(code(list(said, CURRENCY).getLast()));
    if (said.containsKey(MINUTES)) now.minutes(minutes(list(said, MINUTES).getLast()));
    if (said.containsKey(KIND)) now.kinds(sensible(KIND, list(said, KIND)));
    if (said.containsKey(DEVICE)) now.devices(sensible(DEVICE, list(said, DEVICE)));
    if (said.containsKey(PLATFORM)) now.platforms(names(list(said, PLATFORM)));
    return now.build();
  }

  private static List<String> list(Map<String, List<String>> said, String name) {
    return said.getOrDefault(name, List.of());
  }

  /** The same with others blocked. */
  public Remembered withBlocked(BlockedRequesters now) {
    return RememberedBuilder.builder(this).blocked(now).build();
  }

  /** The same with other tasks hidden. */
  public Remembered withHidden(HiddenTasks now) {
    return RememberedBuilder.builder(this).hidden(now).build();
  }

  /** The same with another rhythm of work and breaks, as {@code 25-5}; absent for none. */
  public Remembered withRhythm(Optional<String> now) {
    return RememberedBuilder.builder(this).rhythm(now).build();
  }

  /** What she brings along, where this browser alone says so. */
  public Fit fit() {
    return new Fit(
        Set.copyOf(languages),
        Set.copyOf(platforms),
        Set.copyOf(devices),
        minutes.map(Duration::ofMinutes));
  }

  /** What is remembered of a parameter that searches have; empty for others. */
  List<String> chosen(String parameter) {
    return switch (parameter) {
      case COUNTRY -> countries;
      case LANGUAGE -> languages;
      case DEVICE -> devices;
      default -> List.of();
    };
  }

  private static Optional<String> floor(String text) {
    return Optional.of(text).filter(floor -> !floor.equalsIgnoreCase("none"));
  }

  public boolean isNothing() {
    return equals(NOTHING);
  }

  /** The value of the cookie; empty if there is nothing. */
  String text() {
    List<String> parts = new ArrayList<>();
    add(parts, COUNTRY, countries);
    add(parts, LANGUAGE, languages);
    floor.ifPresent(text -> parts.add(Floor.NAME + ":" + text.replace(' ', '-')));
    currency.ifPresent(code -> parts.add(CURRENCY + ":" + code));
    minutes.ifPresent(number -> parts.add(MINUTES + ":" + number));
    add(parts, KIND, kinds);
    add(parts, DEVICE, devices);
    add(parts, PLATFORM, platforms);
    rhythm.ifPresent(spans -> parts.add(RHYTHM + ":" + spans));
    add(parts, BLOCK, blocked.words().stream().map(Remembered::word).toList());
    if (!hidden.isEmpty()) parts.add(words(hidden));
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, List<String> values) {
    if (!values.isEmpty()) parts.add(name + ":" + String.join("+", values));
  }

  private static String words(HiddenTasks hidden) {
    return hidden.ids().stream().map(Remembered::word).collect(joining("+", HIDE + ":", ""));
  }

  /** Has the browser remember it, unless it does so already. */
  public void keep(Context ctx, SiteSettings settings) {
    if (ctx.cookie(Floor.NAME) != null)
      Cookies.keepReadable(ctx, settings, Floor.NAME, "", Duration.ZERO);
    String now = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
    if (!now.equals(text())) send(ctx, settings);
  }

  private void send(Context ctx, SiteSettings settings) {
    Duration lifetime = text().isEmpty() ? Duration.ZERO : YEAR;
    Cookies.keepReadable(ctx, settings, COOKIE, text(), lifetime);
  }
}
