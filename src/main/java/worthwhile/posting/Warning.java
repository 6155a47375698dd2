package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An observation about a posting that a worker should know before she starts.
 *
 * @param code what it is: a code of {@link Sentences}
 * @param severity how grave it is
 * @param quote the exact piece of the posting that it rests on; null if it rests on no words
 * @param by who says so
 * @param since when it was first said of this posting; null before it is stored
 * @param parameters what its sentence has to name; empty if that is nothing
 */
@JsonPropertyOrder({
  "code",
  "severity",
  "text",
  "quote",
  "by",
  "since",
  "innocent",
  "advice",
  "parameters"
})
public record Warning(
    String code,
    Severity severity,
    @Nullable String quote,
    By by,
    @Nullable Instant since,
    Map<String, Object> parameters) {
  /** How grave a warning is, least first. */
  public enum Severity {
    /** Worth a look. */
    @JsonProperty("note")
    NOTE,
    /** Known from scams, though there may be an innocent reason. */
    @JsonProperty("caution")
    CAUTION,
    /** There is no innocent reading. */
    @JsonProperty("danger")
    DANGER
  }

  /** Who says so. */
  public enum By {
    @JsonProperty("rule")
    RULE,
    @JsonProperty("model")
    MODEL,
    @JsonProperty("community")
    COMMUNITY,
    @JsonProperty("platform")
    PLATFORM,
    @JsonProperty("list")
    LIST
  }

  public Warning {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(by, "by");
    parameters = new Reason(code, parameters).parameters();
  }

  /** What it is in English. */
  @JsonProperty
  public String text() {
    return new Reason(code, parameters).text();
  }

  /** What it is in the language of whoever is being answered; so the two below. */
  public String said() {
    return new Reason(code, parameters).said();
  }

  /** What could be an innocent reason; null if none is known. */
  public @Nullable String innocentSaid() {
    return Sentences.spoken().part(code + ".innocent").orElse(null);
  }

  /** What to do; null if nothing in particular. */
  public @Nullable String adviceSaid() {
    return Sentences.spoken().part(code + ".advice").orElse(null);
  }

  /** What could be an innocent reason, in English; null if none is known. */
  @JsonProperty
  public @Nullable String innocent() {
    return Sentences.english().part(code + ".innocent").orElse(null);
  }

  /** What to do, in English; null if nothing in particular. */
  @JsonProperty
  public @Nullable String advice() {
    return Sentences.english().part(code + ".advice").orElse(null);
  }

  /** The same, said since then. */
  public Warning since(Instant first) {
    return new Warning(code, severity, quote, by, first, parameters);
  }
}
