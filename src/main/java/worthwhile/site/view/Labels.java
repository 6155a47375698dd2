package worthwhile.site.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import worthwhile.posting.Posting;
import worthwhile.posting.Sentences;
import worthwhile.posting.TaskKind;
import worthwhile.source.Access;
import worthwhile.source.Platform;

/** Words for constants: as the API writes them, and as pages show them. */
public final class Labels {
  private Labels() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a platform's or source's tasks get here, in a sentence. */
  public static String access(Access access) {
    return switch (access) {
      case PUBLIC -> "Read from public pages or interfaces";
      case KEY -> "Read through the official interface, with the operator's key";
      case SESSION -> "Only visible after login: forwarded by workers' own browsers";
      case EXPORT -> "From a worker's own exported file";
      case APP -> "Only in the platform's own app: not read";
      case CLOSED -> "Closed: not read";
    };
  }

  /** The same in two or three words, for a worker. */
  public static String accessBriefly(Access access) {
    return switch (access) {
      case PUBLIC -> "Read for you";
      case KEY -> "Operator's key";
      case SESSION -> "Your browser";
      case EXPORT -> "Your export";
      case APP -> "Its app only";
      case CLOSED -> "Not at all";
    };
  }

  /** A category of work by its name in the catalogue, or the source's own word as it stands. */
  public static String category(String category) {
    return Sentences.english().part("category." + category).orElseGet(() -> Show.words(category));
  }

  /** A kind of work, as a heading for many. */
  public static String kind(TaskKind kind) {
    return Sentences.english().part("kind." + kind.word()).orElseThrow();
  }

  /** What a requester is judged by. */
  public static String aspect(String aspect) {
    return switch (aspect) {
      case "pay" -> "Pay";
      case "communication" -> "Communication";
      case "fairness" -> "Fairness";
      case "speed" -> "Speed of approval";
      default -> Show.words(aspect);
    };
  }

  /** Slugs as words of one sentence: Identity document, tax form. */
  public static String list(List<String> slugs) {
    return Show.words(String.join(", ", slugs));
  }

  /** How a platform stands. */
  public static String status(String status) {
    return switch (status) {
      case "open" -> "Open";
      case "waitlist" -> "Waiting list";
      case "unknown" -> "Unclear";
      case "merged" -> "Merged";
      case "closed" -> "Closed";
      default -> Show.words(status);
    };
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
    return choices(Platform.KINDS, Show::words);
  }

  /** How a platform may stand, to choose from. */
  public static Map<String, String> states() {
    return choices(Platform.STATES, Labels::status);
  }

  /** How a platform's tasks may get here, to choose from. */
  public static Map<String, String> accesses() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Access access : Access.values()) choices.put(of(access), accessBriefly(access));
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
      case MISSING -> Optional.of("not seen in the last crawl");
      case CLOSED -> Optional.of("closed");
      case EVERGREEN -> Optional.of("always open for applications");
    };
  }
}
