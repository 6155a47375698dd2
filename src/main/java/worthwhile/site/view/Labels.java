package worthwhile.site.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.Sentences;
import worthwhile.posting.TaskKind;
import worthwhile.posting.word.Worded;
import worthwhile.source.Access;
import worthwhile.source.Platform;
import worthwhile.text.Regions;

/** Words for constants: as the API writes them, and as pages show them. */
public final class Labels {
  private static final int FEW = 3;

  private Labels() {}

  /** How a platform's or source's tasks get here, in a sentence. */
  public static String access(Access access) {
    return part("access." + Worded.wordOf(access));
  }

  /** The same in two or three words, for a worker. */
  public static String accessBriefly(Access access) {
    return part("access.brief." + Worded.wordOf(access));
  }

  /** A word that sources or cards use, by its name in the catalogue, or as it stands. */
  public static String word(String slug) {
    return Sentences.spoken().part("word." + slug).orElseGet(() -> Show.words(slug));
  }

  /** A category of work by its name in the catalogue, or the source's own word as it stands. */
  public static String category(String category) {
    return Sentences.spoken().part("category." + category).orElseGet(() -> Show.words(category));
  }

  /** What results are narrowed by, by its name in the catalogue, or in words. */
  public static String field(String field) {
    return Sentences.spoken().part("field." + field).orElseGet(() -> Show.words(field));
  }

  /** What happened to a posting, by its name in the catalogue, or as it stands. */
  public static String step(String what) {
    return Sentences.spoken().part("step." + what).orElse(what);
  }

  /** A kind of work, as a heading for many. */
  public static String kind(TaskKind kind) {
    return Sentences.spoken().words("kind." + kind.word());
  }

  /** Words of a page by their key in the catalogue. */
  public static String part(String key) {
    return Sentences.spoken().words(key);
  }

  /**
   * The same with what the words name.
   *
   * @param named names and values in turn
   */
  public static String part(String key, Object... named) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < named.length; i += 2) values.put((String) named[i], named[i + 1]);
    return Sentences.spoken().words(key, values);
  }

  /** The title of an error, or as it was worded where the catalogue has none. */
  static String problem(String title) {
    String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return Sentences.spoken().part("problem." + slug).orElse(title);
  }

  /**
   * What a stage below worded in English, in the reader's language where the catalogue has this
   * very sentence.
   */
  public static String worded(String english) {
    return Sentences.english().wordedKey(english).map(Labels::part).orElse(english);
  }

  /** Name of a language, as its own readers call it. */
  public static String languageName(String language) {
    return Sentences.of(language).words("language.name");
  }

  /** Code of the language that the page speaks. */
  public static String language() {
    return Sentences.spoken().language();
  }

  /** Codes of the other languages that there are. */
  public static List<String> otherLanguages() {
    return Sentences.LANGUAGES.stream().filter(each -> !each.equals(language())).toList();
  }

  /** Countries by their names, many of one region by its name: "Europe except Norway, Kenya". */
  public static String countries(Collection<String> codes) {
    return String.join(", ", names(codes));
  }

  /** The same in at most three names, and how many more there are. */
  public static String fewCountries(Collection<String> codes) {
    List<String> names = names(codes);
    return Reason.of("few-countries")
        .with("countries", String.join(", ", names.stream().limit(FEW).toList()))
        .with("more", Math.max(0, names.size() - FEW))
        .said();
  }

  private static List<String> names(Collection<String> codes) {
    Regions.Summary summary = Regions.summary(codes);
    return Stream.concat(
            summary.regions().stream().map(Labels::region),
            summary.others().stream().map(Show::country))
        .toList();
  }

  private static String region(Regions.Held region) {
    String name = Labels.part("region." + region.name().toLowerCase(Locale.ROOT).replace(' ', '-'));
    return region.lacking().isEmpty()
        ? name
        : Reason.of("region-except")
            .with("region", name)
            .with("countries", Show.countries(region.lacking()))
            .said();
  }

  /** What a requester is judged by. */
  public static String aspect(String aspect) {
    return Sentences.spoken().part("aspect." + aspect).orElseGet(() -> Show.words(aspect));
  }

  /** Slugs as words of one sentence: Identity document, tax form. */
  public static String list(List<String> slugs) {
    List<String> words = slugs.stream().map(Labels::listed).toList();
    return Show.words(String.join(", ", words));
  }

  private static String listed(String slug) {
    return Sentences.spoken().part("listed." + slug).orElse(slug);
  }

  /** How a platform stands. */
  public static String status(String status) {
    return Sentences.spoken().part("standing." + status).orElseGet(() -> Show.words(status));
  }

  /** Colour of a source's dot: well, waiting, or not well. */
  public static String tone(String word) {
    return switch (word) {
      case "ok", "reading" -> "good";
      case "new", "parked", "off" -> "idle";
      default -> "bad";
    };
  }

  /** What a platform may be, to choose from. */
  public static Map<String, String> kinds() {
    return choices(Platform.KINDS, Labels::word);
  }

  /** How a platform may stand, to choose from. */
  public static Map<String, String> states() {
    return choices(Platform.STATES, Labels::status);
  }

  /** How a platform's tasks may get here, to choose from. */
  public static Map<String, String> accesses() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Access access : Access.values()) choices.put(Worded.wordOf(access), accessBriefly(access));
    return choices;
  }

  private static Map<String, String> choices(List<String> values, UnaryOperator<String> label) {
    Map<String, String> choices = new LinkedHashMap<>();
    values.forEach(value -> choices.put(value, label.apply(value)));
    return choices;
  }

  /** What a reader must know of a posting that is not simply open. */
  public static Optional<String> state(Posting posting) {
    if (posting.state() == null) return Optional.empty();
    return switch (posting.state()) {
      case OPEN -> Optional.empty();
      case MISSING -> Optional.of(part("state.missing"));
      case CLOSED -> Optional.of(part("state.closed"));
      case EVERGREEN -> Optional.of(part("state.evergreen"));
    };
  }
}
