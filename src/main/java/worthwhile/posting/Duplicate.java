package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The same work as offered elsewhere.
 *
 * @param id of the other posting
 * @param platform where it is offered; null if that was not noted
 * @param url where a worker finds it; null if not known
 */
public record Duplicate(String id, @Nullable String platform, @Nullable String url) {
  public Duplicate {
    Objects.requireNonNull(id, "id");
    url = WebLink.honest(url);
  }

  /** The other posting by its id, platform and address. */
  public static Duplicate of(JobPosting posting) {
    return new Duplicate(posting.id(), posting.platform(), posting.url());
  }

  @JsonCreator
  static Duplicate read(
      @JsonProperty("id") String id,
      @JsonProperty("platform") String platform,
      @JsonProperty("url") String url) {
    return new Duplicate(id, platform, url);
  }
}
