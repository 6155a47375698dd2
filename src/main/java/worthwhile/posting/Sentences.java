package worthwhile.posting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one language, from its catalogue: a properties file that has a pattern for each
 * code in the form of ICU messages: {@code plural}, {@code select}, {@code {name, date,d MMMM y}}
 * and {@code {name, duration}} for a span of time. Keys with a dot are parts of sentences, not
 * codes.
 *
 * <p>Safe for use by many threads. Patterns are compiled when they are first needed.
 */
public final class Sentences {
  private static final String FILE = "/worthwhile/messages.properties";

  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private final Locale locale;
  private final Map<String, String> patterns = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, Message> messages = new ConcurrentHashMap<>();

  private Sentences(Locale locale, Properties catalogue) {
    this.locale = locale;
    catalogue.forEach((code, pattern) -> patterns.put((String) code, (String) pattern));
    patterns.forEach((code, pattern) -> codes.put(pattern, code));
  }

  /** The catalogue that every other language falls back on. */
  public static Sentences english() {
    return English.SENTENCES;
  }

  /** Read once, when first asked for. */
  private static final class English {
    static final Sentences SENTENCES = load();

    private static Sentences load() {
      try (InputStream in = Sentences.class.getResourceAsStream(FILE)) {
        if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
        Properties catalogue = new Properties();
        catalogue.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Sentences(Locale.ENGLISH, catalogue);
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " cannot be read", e);
      }
    }
  }

  /**
   * The sentence for a reason. Where there is none, as for a code of a later version or one that
   * was imported without what it has to name, the code in words.
   */
  public String of(Reason reason) {
    boolean known = patterns.containsKey(reason.code());
    return known && message(reason.code()).fits(reason.parameters())
        ? message(reason.code()).fill(reason.parameters())
        : reason.code().replace('-', ' ');
  }

  /**
   * The code whose sentence is this one, to the letter; absent if it is none that names nothing.
   */
  public Optional<String> codeOf(String sentence) {
    return Optional.ofNullable(codes.get(sentence)).filter(code -> arguments(code).isEmpty());
  }

  /** The words of a part, which names nothing; absent if the catalogue does not have it. */
  public Optional<String> part(String key) {
    return Optional.ofNullable(patterns.get(key));
  }

  /** Every key of the catalogue. */
  Set<String> keys() {
    return Set.copyOf(patterns.keySet());
  }

  /** Names of what a pattern asks for. */
  Set<String> arguments(String key) {
    return message(key).arguments();
  }

  private Message message(String key) {
    return messages.computeIfAbsent(
        key,
        _ ->
            new Message(
                Objects.requireNonNull(
                    patterns.get(key), "what is asked for stands in the catalogue"),
                locale,
                this::duration));
  }

  /** In seconds below a minute, else in {@link Minutes}. */
  private String duration(Duration span) {
    BigDecimal seconds = BigDecimal.valueOf(span.toSeconds());
    boolean brief = seconds.compareTo(MINUTE) < 0;
    BigDecimal number = brief ? seconds : Minutes.of(span);
    return message(brief ? "duration.seconds" : "duration.minutes").fill(Map.of("number", number));
  }
}
