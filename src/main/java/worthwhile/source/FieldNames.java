package worthwhile.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.WordList;

/** The fields a definition may name, and the kind of value that each name stands for. */
public final class FieldNames {
  /** Kinds of value. */
  public enum Kind {
    /** One clean line. */
    LINE,
    /** Plain text with paragraphs. */
    TEXT,
    /** An absolute address. */
    LINK,
    /** A point in time. */
    DATE,
    /** A span of time. */
    SPAN,
    /** Pay. */
    MONEY,
    /** A whole number. */
    COUNT,
    /** Several lines. */
    LINES,
    /** ISO 3166-1 codes. */
    COUNTRIES,
    /** True if there is something that is not "false", "no" or "0". */
    FLAG,
    /** An exact number. */
    DECIMAL,
    /** Labels and whole numbers in turn. */
    PAIRS
  }

  /** What a requester is judged by. */
  public static final List<String> ASPECTS = List.of("pay", "communication", "fairness", "speed");

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    put(
        Kind.LINE,
        "identifier",
        "title",
        "hiringOrganization",
        "requesterId",
        "headline",
        "author");
    put(Kind.LINE, "occupationalCategory", "employmentType", "jobLocation", "jobLocationType");
    put(Kind.LINE, "language", "stateReason", "itemReviewed", "reviewedPlatform");
    put(Kind.TEXT, "description", "text");
    put(Kind.LINK, "url", "requesterUrl");
    put(Kind.DATE, "datePosted", "validThrough", "datePublished");
    put(Kind.SPAN, "timeRequired", "timeAllowed", "timeMeasured", "reportMinutes");
    put(Kind.MONEY, "baseSalary");
    put(Kind.COUNT, "totalJobOpenings");
    put(Kind.LINES, "mentions");
    for (WordList list : WordList.values())
      put(list.holdsCountries() ? Kind.COUNTRIES : Kind.LINES, list.field());
    put(Kind.FLAG, "closed", "evergreen");
    for (String aspect : ASPECTS) {
      put(Kind.DECIMAL, aspect + "Rating");
      put(Kind.LINE, aspect + "Verdict");
    }
    put(Kind.DECIMAL, "bestRating", "worstRating");
    put(Kind.COUNT, "reviewCount", "rejections", "blocks", "tosFlags");
    put(Kind.MONEY, "wage");
    put(Kind.PAIRS, "payBuckets");
  }

  private FieldNames() {}

  private static void put(Kind kind, String... names) {
    for (String name : names) KINDS.put(name, kind);
  }

  /** Every name. */
  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /** The kind of a field; absent for helper fields, whose names begin with an underscore. */
  public static Optional<Kind> kind(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }

  /** Whether a definition may use the name. */
  public static boolean known(String name) {
    return KINDS.containsKey(name) || name.matches("_[a-z][A-Za-z0-9]*");
  }
}
