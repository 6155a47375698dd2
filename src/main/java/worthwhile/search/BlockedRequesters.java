package worthwhile.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.posting.RequesterId;

/**
 * Requesters whose work somebody does not want to see, the one blocked first standing first: at
 * most 50, and at most 2,000 characters as addresses write them.
 *
 * @param ids each once
 */
public record BlockedRequesters(List<RequesterId> ids) {
  /** The parameter of a search that leaves requesters out. */
  public static final String PARAMETER = "without_requester";

  /** The parameter of saved searches that left requesters out by name; no search has it now. */
  public static final String FORMER = "without_requester_named";

  public static final BlockedRequesters NONE = new BlockedRequesters(List.of());

  /** Most that a search leaves out. */
  public static final int MOST = 50;

  /** Characters of all ids together, as an address writes them. */
  static final int LONGEST = 2_000;

  private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public BlockedRequesters {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    if (!fit(ids)) throw new IllegalArgumentException("too many or too long: " + ids);
  }

  /**
   * Reads {@code PLATFORM:ID} or {@code PLATFORM:name:NAME}; absent if it is neither, as a name
   * with a colon in it is.
   */
  public static Optional<RequesterId> read(String text) {
    return RequesterId.parse(text)
        .filter(id -> PLATFORM.matcher(id.platform()).matches())
        .filter(id -> !Character.isWhitespace(text.charAt(id.platform().length() + 1)));
  }

  /** Whether a search can leave out all of these at once. */
  public static boolean fit(Collection<RequesterId> ids) {
    if (ids.size() > MOST) return false;
    int length = 0;
    for (RequesterId id : ids) {
      String text = id.toString();
      if (!Limits.text(text)) return false;
      length += URLEncoder.encode(text, UTF_8).length();
    }
    return length <= LONGEST;
  }

  /** The last of these, as many as fit: the oldest falls out first. */
  public static BlockedRequesters newest(Collection<RequesterId> ids) {
    List<RequesterId> kept = new ArrayList<>(new LinkedHashSet<>(ids));
    kept.removeIf(id -> !fit(List.of(id)));
    while (!fit(kept)) kept.removeFirst();
    return new BlockedRequesters(kept);
  }

  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /** These and others, which count as blocked later; the oldest fall out where all do not fit. */
  public BlockedRequesters with(Collection<RequesterId> others) {
    List<RequesterId> all = new ArrayList<>(ids);
    all.removeAll(others);
    all.addAll(others);
    return newest(all);
  }

  /** These but for some. */
  public BlockedRequesters without(Collection<RequesterId> some) {
    return new BlockedRequesters(ids.stream().filter(id -> !some.contains(id)).toList());
  }

  /** The ids as a search writes them, in the same order. */
  public List<String> words() {
    return ids.stream().map(RequesterId::toString).toList();
  }
}
