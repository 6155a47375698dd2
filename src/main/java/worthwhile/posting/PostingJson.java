package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON shape of postings, in the API, on the command line, in feeds and in imports:
 * schema.org names, ISO 8601 dates and durations, decimals exact, absent means unknown.
 */
public final class PostingJson {
  /** Reads and writes the domain's records; safe for use by many threads. */
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

  private PostingJson() {}

  /** The posting as one flat line of JSON. */
  public static String write(Posting posting) {
    return MAPPER.writeValueAsString(posting);
  }

  /** The item in its source's words alone, as it is stored. */
  public static String write(Item item) {
    return MAPPER.writeValueAsString(item);
  }

  /**
   * A posting from flat JSON; throws Jackson's exception, which names the place, if it is not one.
   */
  public static Posting read(String json) {
    return MAPPER.readValue(json, Posting.class);
  }

  /** A posting in its source's words alone, as {@link #write(Item)} writes it. */
  public static JobPosting readJob(String json) {
    return MAPPER.readValue(json, JobPosting.class);
  }

  /** The posting as a flat tree, to add to or compare. */
  public static JsonNode tree(Posting posting) {
    return MAPPER.valueToTree(posting);
  }

  /** What was read as a tree; a posting with the state that its source gives it. */
  public static JsonNode tree(Item item) {
    return switch (item) {
      case JobPosting job -> tree(Posting.read(job));
      case DiscussionForumPosting _, AggregateRating _ -> MAPPER.valueToTree(item);
    };
  }
}
