package worthwhile.posting;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a requester is: on one platform, by the id that the platform gives, or where it gives none by
 * the name. The one place where that is decided.
 *
 * @param platform id of the platform
 * @param kind what the key is
 * @param key the platform's id as it stands, or the name as {@link #nameKey} makes it
 */
public record RequesterId(String platform, Kind kind, String key) {
  private static final String NAME = "name:";
  private static final String ID = "id:";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What tells a requester from others of her platform. */
  public enum Kind {
    /** The platform's own id. */
    IDENTIFIER,
    /** Her name, where the platform gives no id. */
    NAME
  }

  public RequesterId {
    if (platform == null || platform.isEmpty() || key == null || key.isBlank())
      throw new IllegalArgumentException("a requester needs a platform and an id or a name");
  }

  /** The requester with this id on a platform. */
  public static RequesterId identified(String platform, String identifier) {
    return new RequesterId(platform, Kind.IDENTIFIER, identifier);
  }

  /** The requester with this name on a platform that gives no ids. */
  public static RequesterId named(String platform, String name) {
    return new RequesterId(platform, Kind.NAME, nameKey(name));
  }

  /** Who offers the posting; absent if its source names nobody. */
  public static Optional<RequesterId> of(JobPosting posting) {
    Organization by = posting.hiringOrganization();
    if (by == null || posting.platform() == null) return Optional.empty();
    if (by.identifier() != null && !by.identifier().isBlank())
      return Optional.of(identified(posting.platform(), by.identifier()));
    return by.name() == null || by.name().isBlank()
        ? Optional.empty()
        : Optional.of(named(posting.platform(), by.name()));
  }

  /** A name without what changes from page to page: case, width, runs of white space. */
  public static String nameKey(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(plain.strip()).replaceAll(" ");
  }

  /** Reads what {@link #toString} writes; absent if it is no such text. */
  public static Optional<RequesterId> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || text.substring(colon + 1).isBlank()) return Optional.empty();
    String platform = text.substring(0, colon);
    String rest = text.substring(colon + 1);
    if (rest.startsWith(NAME) && !rest.substring(NAME.length()).isBlank())
      return Optional.of(named(platform, rest.substring(NAME.length())));
    return Optional.of(
        identified(platform, rest.startsWith(ID) ? rest.substring(ID.length()) : rest));
  }

  /** {@code mturk:A1B2C3}, or {@code a-board:name:acme} where the platform gives no ids. */
  @Override
  public String toString() {
    return switch (kind) {
      case NAME -> platform + ":" + NAME + key;
      case IDENTIFIER ->
          platform + ":" + (key.startsWith(NAME) || key.startsWith(ID) ? ID + key : key);
    };
  }
}
