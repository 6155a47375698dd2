package worthwhile.reputation.statement;

import java.util.Optional;
import worthwhile.posting.word.Worded;

/**
 * What somebody speaks about: {@code posting:ID}, {@code requester:PLATFORM:ID}, {@code
 * platform:ID}, {@code review:ID} or {@code reply:ID}.
 *
 * @param id as the thing's own address has it
 */
public record Subject(Kind kind, String id) {
  private static final int LONGEST = 600;

  /** What kind of thing it is. */
  public enum Kind implements Worded {
    POSTING,
    REQUESTER,
    PLATFORM,
    REVIEW,
    REPLY
  }

  public Subject {
    if (id.isBlank() || id.length() > LONGEST)
      throw new IllegalArgumentException(
          "a subject needs an id of 1 to " + LONGEST + " characters");
  }

  /** Reads what {@link #toString} writes; absent if it is no such text. */
  public static Optional<Subject> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || text.length() - colon - 1 > LONGEST || text.substring(colon + 1).isBlank())
      return Optional.empty();
    return Worded.of(Kind.class, text.substring(0, colon))
        .map(kind -> new Subject(kind, text.substring(colon + 1)));
  }

  public static Subject posting(String id) {
    return new Subject(Kind.POSTING, id);
  }

  public static Subject requester(String id) {
    return new Subject(Kind.REQUESTER, id);
  }

  public static Subject platform(String id) {
    return new Subject(Kind.PLATFORM, id);
  }

  public static Subject review(String id) {
    return new Subject(Kind.REVIEW, id);
  }

  public static Subject reply(String id) {
    return new Subject(Kind.REPLY, id);
  }

  @Override
  public String toString() {
    return kind.word() + ":" + id;
  }
}
