package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/**
 * The one JSON shape of postings, in the API, on the command line, in feeds and in imports:
 * schema.org names, ISO 8601 dates and durations, decimals exact, absent means unknown.
 */
public final class PostingJson {
  /**
   * Reads and writes the domain's records, reasons with their sentences; safe for use by many
   * threads.
   */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              all ->
                  all.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                      .withContentInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  /**
   * Writes what is kept: reasons as codes only, for it must not hold a language, and nothing that
   * reading works out by itself, for every search reads it.
   */
  private static final JsonMapper STORED =
      MAPPER
          .rebuild()
          .addMixIn(Reason.class, ShortReason.class)
          .addMixIn(Pay.class, WithoutNet.class)
          .addMixIn(Pay.Line.class, ShortLine.class)
          .addMixIn(Warning.class, WithoutText.class)
          .addMixIn(Assessment.class, WithCodes.class)
          .build();

  /** As {@link #STORED}, without the fields that stand in columns beside. */
  private static final JsonMapper BESIDE_COLUMNS =
      STORED.rebuild().addMixIn(JobPosting.class, WithoutColumns.class).build();

  /** The fields of a posting that a table of postings has columns for. */
  public record InColumns(
      String id, String source, String platform, String identifier, String title) {}

  @JsonIgnoreProperties({"id", "source", "platform", "identifier", "title"})
  private interface WithoutColumns {}

  @JsonIgnoreProperties({"text", "innocent", "advice"})
  private interface WithoutText {}

  @JsonIgnoreProperties("text")
  @SuppressWarnings("UnusedMethod") // Jackson reads it
  private interface ShortReason {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, Object> parameters();
  }

  @JsonIgnoreProperties("net")
  private interface WithoutNet {}

  @JsonSerialize(converter = KeptLine.Of.class)
  private interface ShortLine {}

  /**
   * A line of pay without what is false, and without a figure that its code alone implies; where
   * nothing else is left, its code and amount in one string.
   */
  private record KeptLine(
      String code,
      BigDecimal amount,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean certain,
      @JsonProperty("default") @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean assumed,
      List<Reason> evidence) {
    private static final class Of extends StdConverter<Pay.Line, Object> {
      @Override
      public Object convert(Pay.Line line) {
        if (line.isGeneral() && !line.certain()) return line.inShort();
        return new KeptLine(
            line.code(),
            line.amount(),
            line.certain(),
            line.assumed(),
            line.isGeneral() ? List.of() : line.evidence());
      }
    }
  }

  @SuppressWarnings("UnusedMethod") // Jackson reads it
  private interface WithCodes {
    @JsonSerialize
    List<Reason> notChecked();
  }

  private PostingJson() {}

  /** The posting as one flat line of JSON. */
  public static String write(Posting posting) {
    return MAPPER.writeValueAsString(posting);
  }

  /** The posting as one flat line of JSON to be kept: as above, without sentences. */
  public static String stored(Posting posting) {
    return STORED.writeValueAsString(posting);
  }

  /** The item in its source's words alone, to be kept. */
  public static String stored(Item item) {
    return STORED.writeValueAsString(item);
  }

  /** The posting in its source's words, without {@link InColumns} what stands in columns beside. */
  public static String storedBesideColumns(JobPosting posting) {
    return BESIDE_COLUMNS.writeValueAsString(posting);
  }

  /** What was read, as a tree to be kept; a posting with the state that its source gives it. */
  public static JsonNode storedTree(Item item) {
    return STORED.valueToTree(item instanceof JobPosting job ? Posting.read(job) : item);
  }

  /** The pay as one line of JSON to be kept. */
  public static String stored(Pay pay) {
    return STORED.writeValueAsString(pay);
  }

  /** The record of a requester as one line of JSON to be kept. */
  public static String stored(Conduct conduct) {
    return STORED.writeValueAsString(conduct);
  }

  /** The reasons as one line of JSON to be kept. */
  public static String stored(List<Reason> reasons) {
    return STORED.writeValueAsString(reasons);
  }

  /** The warnings as one line of JSON to be kept. */
  public static String storedWarnings(List<Warning> warnings) {
    return STORED.writeValueAsString(warnings);
  }

  /** The reason as one line of JSON to be kept. */
  public static String stored(Reason reason) {
    return STORED.writeValueAsString(reason);
  }

  /** A reason from what was kept: the line above, or a sentence from before there were codes. */
  public static Reason readReason(String kept) {
    if (!kept.startsWith("{\"code\":")) return Reason.ofSentence(kept);
    return STORED.readValue(kept, Reason.class);
  }

  /**
   * A posting from flat JSON; throws Jackson's exception, which names the place, if it is not one.
   */
  public static Posting read(String json) {
    return MAPPER.readValue(json, Posting.class);
  }

  /** A posting in its source's words alone, as {@link #stored(Item)} writes it. */
  public static JobPosting readJob(String json) {
    return MAPPER.readValue(json, JobPosting.class);
  }

  /** A posting from what was kept beside columns, or was kept whole, as once. */
  public static JobPosting readJob(String kept, InColumns columns) {
    if (kept.startsWith("{\"id\":")) return readJob(kept);
    String head = MAPPER.writeValueAsString(columns);
    String rest = kept.substring(1);
    return readJob(head.substring(0, head.length() - 1) + (rest.equals("}") ? "" : ",") + rest);
  }

  /** The posting as a flat tree, to add to or compare. */
  public static JsonNode tree(Posting posting) {
    return MAPPER.valueToTree(posting);
  }

  /** What was read as a tree; a posting with the state that its source gives it. */
  public static JsonNode tree(Item item) {
    return MAPPER.valueToTree(item instanceof JobPosting job ? Posting.read(job) : item);
  }
}
