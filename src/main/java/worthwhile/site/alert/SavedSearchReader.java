package worthwhile.site.alert;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.Wanted;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.view.JsonFields;
import worthwhile.text.FailureText;

/** Reads a saved search as a program writes it. */
final class SavedSearchReader {
  static final List<String> NAMES =
      List.of(
          "name",
          "query",
          "watches",
          "rhythm",
          "digestAt",
          "timeZone",
          "quietHours",
          "mostPerDay",
          "paused",
          "channels");
  private static final int LONGEST_URL = 2_000;

  /** What a channel is sent with, and what is told of it: who changes one may send back both. */
  private static final List<String> CHANNEL =
      List.of(
          "type",
          "url",
          "address",
          "endpoint",
          "p256dh",
          "auth",
          "server",
          "topic",
          "token",
          "chat",
          "id",
          "secret",
          "olderUntil",
          "jsonUrl",
          "state",
          "expectedDelay",
          "mostPerDay",
          "error");

  private static final List<LocalTime> USUAL_DIGEST = List.of(LocalTime.of(8, 0));

  private SavedSearchReader() {}

  /** A whole one; 400 with the names of all that is wrong. */
  static Wanted read(JsonNode object) {
    List<HttpRefusal> wrongs = wrongs(object);
    if (!wrongs.isEmpty())
      throw wrong(wrongs.stream().map(FailureText::of).collect(Collectors.joining(" ")));
    return new Wanted(
        name(text(object, "name").orElseThrow(() -> wrong("name: is missing."))),
        query(object.path("query")),
        watches(object),
        new Timetable(rhythm(object), quiet(object.path("quietHours")), zone(object)),
        mostPerDay(object.path("mostPerDay")),
        truth(object.path("paused"), "paused"),
        channels(object.path("channels")));
  }

  /** All that is wrong with one, each once; empty if {@link #read} takes it. */
  static List<HttpRefusal> wrongs(JsonNode object) {
    JsonNode quiet = object.path("quietHours");
    JsonNode channels = object.path("channels");
    List<Supplier<?>> parts = new ArrayList<>();
    parts.add(() -> text(object, "name").orElseThrow(() -> wrong("name: is missing.")));
    parts.add(() -> query(object.path("query")));
    parts.add(() -> watches(object));
    parts.add(() -> rhythm(object));
    if (quiet.isObject())
      for (String end : List.of("from", "until")) parts.add(() -> end(quiet, end));
    parts.add(() -> quiet(quiet));
    parts.add(() -> zone(object));
    parts.add(() -> mostPerDay(object.path("mostPerDay")));
    parts.add(() -> truth(object.path("paused"), "paused"));
    if (channels.isArray()) channels.forEach(channel -> parts.add(() -> destination(channel)));
    else parts.add(() -> channels(channels));
    Map<String, HttpRefusal> wrongs = new LinkedHashMap<>();
    for (Supplier<?> part : parts) refusal(part).ifPresent(e -> wrongs.put(FailureText.of(e), e));
    return List.copyOf(wrongs.values());
  }

  private static Optional<HttpRefusal> refusal(Supplier<?> part) {
    try {
      var unused = part.get();
      return Optional.empty();
    } catch (HttpRefusal wrong) {
      return Optional.of(wrong);
    }
  }

  private static LocalTime end(JsonNode hours, String name) {
    return time(hours.path(name).asString(""), "quietHours." + name);
  }

  /** On one line and in one direction: it stands in mails between other words. */
  private static String name(String given) {
    return given.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ").strip();
  }

  private static Watched watches(JsonNode object) {
    return text(object, "watches")
        .map(
            word ->
                Worded.of(Watched.class, word)
                    .orElseThrow(() -> wrong("watches: must be postings, woke or changes.")))
        .orElse(Watched.POSTINGS);
  }

  /** Parameters of a search: each a text, a number, true or false, or a list of them. */
  static Map<String, List<String>> query(JsonNode query) {
    if (query.isMissingNode() || query.isNull()) return Map.of();
    if (!query.isObject()) throw wrong("query: must be an object with the parameters of a search.");
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : query.properties())
      parameters.put(each.getKey(), values(each.getKey(), each.getValue()));
    parameters.values().removeIf(List::isEmpty);
    return parameters;
  }

  private static List<String> values(String name, JsonNode value) {
    if (value.isNull()) return List.of();
    List<String> values = new ArrayList<>();
    if (value.isArray()) value.forEach(each -> values.addAll(values(name, each)));
    else if (value.isNumber()) values.add(value.decimalValue().toPlainString());
    else if (value.isValueNode()) values.add(value.asString());
    else throw wrong("query." + name + ": must be a text, a number or a list of them.");
    return values;
  }

  private static Rhythm rhythm(JsonNode object) {
    String rhythm = text(object, "rhythm").orElse("instant");
    JsonNode digestAt = object.path("digestAt");
    // Those who hear at once may keep the times of a digest, if they are times.
    List<LocalTime> times =
        rhythm.equals("instant") && digestAt.isArray() && digestAt.isEmpty()
            ? USUAL_DIGEST
            : times(digestAt);
    return switch (rhythm) {
      case "instant" -> new Rhythm.Instantly();
      case "digest" -> new Rhythm.Digest(times);
      default -> throw wrong("rhythm: must be instant or digest.");
    };
  }

  private static List<LocalTime> times(JsonNode times) {
    if (times.isMissingNode() || times.isNull()) return USUAL_DIGEST;
    if (!times.isArray() || times.isEmpty() || times.size() > Rhythm.Digest.MOST)
      throw wrong("digestAt: must be a list of 1 to 12 times such as 08:00.");
    List<LocalTime> all = new ArrayList<>();
    times.forEach(time -> all.add(time(time.asString(""), "digestAt")));
    return all;
  }

  private static LocalTime time(String text, String name) {
    if (text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) return LocalTime.parse(text);
    throw wrong(name + ": must hold times such as 08:00.");
  }

  private static ZoneId zone(JsonNode object) {
    Optional<String> name = text(object, "timeZone");
    if (name.isEmpty()) return ZoneOffset.UTC;
    try {
      return ZoneId.of(name.get());
    } catch (DateTimeException unknown) {
      throw wrong("timeZone: must be one such as Europe/Madrid.");
    }
  }

  private static Optional<QuietHours> quiet(JsonNode hours) {
    if (hours.isMissingNode() || hours.isNull()) return Optional.empty();
    if (!hours.isObject()) throw wrong("quietHours: must be an object with from and until.");
    only(hours, "quietHours", List.of("from", "until"));
    LocalTime from = end(hours, "from");
    LocalTime until = end(hours, "until");
    if (from.equals(until)) throw wrong("quietHours: must not begin and end at the same time.");
    return Optional.of(new QuietHours(from, until));
  }

  private static int mostPerDay(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) return SavedSearch.USUAL_PER_DAY;
    if (!value.isInt()) throw wrong("mostPerDay: must be a whole number from 1 to 100000.");
    return value.asInt();
  }

  private static boolean truth(JsonNode value, String name) {
    if (value.isMissingNode() || value.isNull()) return false;
    if (!value.isBoolean()) throw wrong(name + ": must be true or false.");
    return value.asBoolean();
  }

  static List<Destination> channels(JsonNode channels) {
    List<Destination> all = new ArrayList<>();
    if (channels.isMissingNode() || channels.isNull()) return all;
    if (!channels.isArray()) throw wrong("channels: must be a list.");
    channels.forEach(channel -> all.add(destination(channel)));
    return all;
  }

  private static Destination destination(JsonNode channel) {
    String type = text(channel, "type").orElseThrow(() -> wrong("channels: type is missing."));
    only(channel, "channels", CHANNEL);
    return switch (type) {
      case "webhook" -> new Destination.Webhook(url(required(channel, "url")), List.of());
      case "mail" -> mail(required(channel, "address"));
      case "push" -> push(channel);
      case "feed" -> new Destination.Feed("");
      case "ntfy", "telegram", "discord" -> ChatReader.read(type, channel);
      default ->
          throw wrong(
              "channels: type must be webhook, mail, push, feed, ntfy, telegram or discord.");
    };
  }

  /** A browser that is known already may be named by its endpoint alone. */
  private static Destination push(JsonNode channel) {
    URI endpoint = url(required(channel, "endpoint"));
    boolean named = text(channel, "auth").isEmpty();
    String p256dh = named ? "" : required(channel, "p256dh");
    try {
      return new Destination.Push(endpoint, p256dh, text(channel, "auth").orElse(""));
    } catch (IllegalArgumentException notOne) {
      throw wrong(
          "channels: endpoint, p256dh and auth must be those of a browser's PushSubscription.");
    }
  }

  private static Destination mail(String address) {
    if (address.length() > 254
        || !address.matches("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\".]+"))
      throw wrong("channels: address must be one such as name@example.org.");
    return new Destination.Mail(address, "");
  }

  static URI url(String text) {
    if (text.length() > LONGEST_URL)
      throw wrong("channels: url may have at most " + LONGEST_URL + " characters.");
    try {
      URI url = URI.create(text);
      if (isWeb(url) && url.getUserInfo() == null) return url;
    } catch (IllegalArgumentException notOne) {
      throw wrong("channels: url is no address: " + notOne.getMessage());
    }
    throw wrong(
        "channels: url must be an http or https address without a password, its host in plain"
            + " letters (xn-- for others), its port, if any, from 1 to 65535.");
  }

  private static boolean isWeb(URI url) {
    boolean web =
        "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    return web && url.getHost() != null && (url.getPort() == -1 || isPort(url.getPort()));
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= 65_535;
  }

  /** What is not known is told: a mistyped name must not pass for one left out. */
  private static void only(JsonNode object, String where, List<String> names) {
    for (String name : object.propertyNames())
      if (!names.contains(name))
        throw wrong(
            where + ": unknown name " + name + ": allowed are " + String.join(", ", names) + ".");
  }

  static String required(JsonNode object, String name) {
    return text(object, name).orElseThrow(() -> wrong("channels: " + name + " is missing."));
  }

  static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isString()) throw wrong(name + ": must be a text.");
    return Optional.of(value.asString());
  }

  static HttpRefusal wrong(String detail) {
    return JsonFields.wrong(detail);
  }
}
