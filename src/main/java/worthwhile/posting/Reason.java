package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something is so, or what a figure rests on: a code with what its sentence has to name. It is
 * stored and compared as that; {@link Sentences} says it in a language.
 *
 * @param code of the sentence: small letters, digits and hyphens
 * @param parameters in the order given; text, whole numbers ({@link Long}), other numbers ({@link
 *     BigDecimal}) and booleans. Days and spans of time are text in the form of ISO 8601
 */
@JsonPropertyOrder({"code", "parameters", "text"})
public record Reason(
    String code, @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, Object> parameters) {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");
  private static final String STATED = "stated";

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public Reason(
      @JsonProperty("code") String code,
      @JsonProperty("parameters") Map<String, Object> parameters) {
    if (code == null || !CODE.matcher(code).matches())
      throw new IllegalArgumentException("no code of a reason: " + code);
    Map<String, Object> scalars = new LinkedHashMap<>();
    if (parameters != null)
      parameters.forEach((name, value) -> scalars.put(Objects.requireNonNull(name), scalar(value)));
    this.code = code;
    this.parameters = Collections.unmodifiableMap(scalars);
  }

  private static Object scalar(Object value) {
    return switch (value) {
      // No database and no page takes it.
      case String text -> text.replace("\0", "");
      case Boolean _, Long _ -> value;
      case Integer number -> number.longValue();
      case BigInteger number -> scalar(new BigDecimal(number));
      case BigDecimal number when number.scale() <= 0 -> whole(number);
      case BigDecimal number -> number;
      case LocalDate day -> day.toString();
      case Duration span -> span.toString();
      case null, default ->
          throw new IllegalArgumentException("a parameter must be a JSON scalar, not " + value);
    };
  }

  /** As it comes back from JSON, which does not tell the two kinds of whole numbers apart. */
  private static Object whole(BigDecimal number) {
    long digits = number.precision() - (long) number.scale();
    if (digits > 1_000) throw new IllegalArgumentException("a number with " + digits + " digits");
    return digits <= 18 ? (Object) number.longValueExact() : number.setScale(0);
  }

  /** A reason that has nothing to name. */
  public static Reason of(String code) {
    return new Reason(code, Map.of());
  }

  /** Somebody else's words, as they are. */
  public static Reason stated(@Nullable String text) {
    return of(STATED).with("text", text);
  }

  /** Whether it is somebody else's words. */
  @JsonIgnore
  public boolean isStated() {
    return code.equals(STATED);
  }

  /**
   * The reason that a sentence stands for: sentences were stored before there were codes. One that
   * names nothing is recognised; any other is taken as it is.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Reason ofSentence(String text) {
    return Sentences.english().codeOf(text).map(Reason::of).orElseGet(() -> stated(text));
  }

  /** The same, naming one thing more; nothing is added if the value is null. */
  public Reason with(String name, @Nullable Object value) {
    if (value == null) return this;
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Reason(code, more);
  }

  /** The sentence in English. */
  @JsonProperty
  public String text() {
    return Sentences.english().of(this);
  }

  /** The sentence in the language of whoever is being answered. */
  public String said() {
    return Sentences.spoken().of(this);
  }
}
