package worthwhile.posting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
  /** Codes of the languages that there is a catalogue of, the one of the API first. */
  public static final List<String> LANGUAGES = List.of("en", "es");

  private static final ScopedValue<Sentences> SPOKEN = ScopedValue.newInstance();

  private static final String WORDED = "worded.";
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private final Locale locale;
  private final Map<String, String> patterns = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, Message> messages = new ConcurrentHashMap<>();

  private Sentences(Locale locale, List<Properties> catalogues) {
    this.locale = locale;
    for (Properties catalogue : catalogues)
      catalogue.forEach((code, pattern) -> patterns.put((String) code, (String) pattern));
    patterns.forEach(
        (code, pattern) -> {
          if (!code.contains(".")) codes.put(pattern, code);
          else if (code.startsWith(WORDED)) codes.putIfAbsent(pattern, code);
        });
  }

  /** The catalogue that every other language falls back on. */
  public static Sentences english() {
    return English.SENTENCES;
  }

  /** The catalogue of a language; the English one of a language that there is none of. */
  public static Sentences of(String language) {
    return language.equals("es") ? Spanish.SENTENCES : english();
  }

  /**
   * The sentences of whoever is being answered: those that {@link #speak} was called on around
   * this, else the English ones.
   */
  public static Sentences spoken() {
    return SPOKEN.isBound() ? SPOKEN.get() : english();
  }

  /** Does what is given while these sentences are the ones that are spoken. */
  public <T, X extends Throwable> T speak(ScopedValue.CallableOp<T, X> what) throws X {
    return ScopedValue.where(SPOKEN, this).call(what);
  }

  /** How the language writes days, numbers and names. */
  public Locale locale() {
    return locale;
  }

  /** Code of the language: {@code en}. */
  public String language() {
    return locale.getLanguage();
  }

  /** Read once, when first asked for. */
  private static final class English {
    static final Properties FILE = load("messages");
    static final Sentences SENTENCES = new Sentences(Locale.ENGLISH, List.of(FILE));
  }

  /** As Latin America writes it: a point before the decimals, as in English. */
  private static final class Spanish {
    static final Sentences SENTENCES =
        new Sentences(Locale.forLanguageTag("es-419"), List.of(English.FILE, load("messages_es")));
  }

  private static Properties load(String name) {
    String file = "/worthwhile/" + name + ".properties";
    try (InputStream in = Sentences.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException(file + " is missing: build again");
      Properties catalogue = new Properties();
      catalogue.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return catalogue;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
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
    return Optional.ofNullable(codes.get(sentence))
        .filter(code -> !code.contains(".") && arguments(code).isEmpty());
  }

  /**
   * The key of the part that says in this language what other parts of the program word in English
   * themselves; absent if it is none of these sentences, to the letter.
   */
  public Optional<String> wordedKey(String sentence) {
    return Optional.ofNullable(codes.get(sentence)).filter(code -> code.startsWith(WORDED));
  }

  /** The words of a part, which names nothing and which every catalogue has. */
  public String words(String key) {
    return part(key).orElseThrow(() -> lacking(key));
  }

  /** The same with what the words name; what is not given is {@code none}. */
  public String words(String key, Map<String, Object> named) {
    return part(key, named).orElseThrow(() -> lacking(key));
  }

  private static IllegalStateException lacking(String key) {
    return new IllegalStateException("the catalogue lacks " + key);
  }

  /** The words of a part, which names nothing; absent if the catalogue does not have it. */
  public Optional<String> part(String key) {
    return Optional.ofNullable(patterns.get(key));
  }

  /** The words of a part with what they name; what is not given is {@code none}. */
  public Optional<String> part(String key, Map<String, Object> named) {
    return patterns.containsKey(key) ? Optional.of(message(key).fill(named)) : Optional.empty();
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
