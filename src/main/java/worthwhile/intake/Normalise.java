package worthwhile.intake;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.posting.TaskKind;
import worthwhile.source.Platform;
import worthwhile.text.CleanText;

/**
 * The last clean-up of an extracted posting before it is compared and stored. A platform is never
 * its own requester: where a source names nobody else, there is nobody.
 */
public final class Normalise {
  /** Characters of a title; longer ones are descriptions in the wrong field. */
  static final int LONGEST_TITLE = 300;

  /** Characters of a description; a bound for the database and the index, not for readers. */
  static final int LONGEST_DESCRIPTION = 20_000;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORD = 500;
  private static final int MOST_WORDS = 50;

  private final Function<String, Set<String>> ownNames;
  private final Map<String, TaskKind> usual;
  private final Map<String, String> known;

  private Normalise(
      Function<String, Set<String>> ownNames,
      Map<String, TaskKind> usual,
      Map<String, String> known) {
    this.ownNames = ownNames;
    this.usual = Map.copyOf(usual);
    this.known = Map.copyOf(known);
  }

  /** A clean-up that knows no platform's names. */
  public static Normalise plain() {
    return new Normalise(_ -> Set.of(), Map.of(), Map.of());
  }

  /** A clean-up that knows the platforms, none of which is its own requester. */
  public static Normalise with(Collection<Platform> platforms) {
    Map<String, Set<String>> names = new HashMap<>();
    Map<String, TaskKind> usual = new HashMap<>();
    Map<String, String> known = new HashMap<>();
    for (Platform platform : platforms) {
      Set<String> own = names.computeIfAbsent(platform.id(), _ -> new HashSet<>());
      own.add(RequesterId.nameKey(platform.id()));
      own.add(RequesterId.nameKey(platform.name()));
      platform.usual().ifPresent(kind -> usual.put(platform.id(), kind));
      platform.category().ifPresent(category -> known.put(platform.id(), category));
    }
    return new Normalise(platform -> names.getOrDefault(platform, Set.of()), usual, known);
  }

  /**
   * The posting within its bounds: texts without what cannot be seen, cut at a word, names tidied,
   * lists without blanks and repeats, countries as codes, category in the words of {@code
   * index/categories.txt}. Doing it twice changes nothing.
   */
  public JobPosting posting(JobPosting row) {
    String title = cut(title(row.title()), LONGEST_TITLE);
    List<String> skills = tidy(row.skills());
    String description = cut(blankToNull(row.description()), LONGEST_DESCRIPTION);
    JobPosting tidy = row.toBuilder().title(title).description(description).skills(skills).build();
    String category = Categories.of(tidy, known(row));
    JobPosting placed = Whereabouts.read(tidy);
    return placed.toBuilder()
        .hiringOrganization(requester(row))
        .occupationalCategory(category)
        .kind(row.kind() == null ? Kinds.of(row, category, usual(row)) : row.kind())
        .qualifications(tidy(row.qualifications()))
        .employmentType(cut(blankToNull(row.employmentType()), LONGEST_NAME))
        .jobLocation(cut(blankToNull(placed.jobLocation()), LONGEST_WORD))
        .build();
  }

  /**
   * A stored posting with the category and kind that it has by the rules of today. A kind that does
   * not follow from what is stored was stated, and stays. Doing it twice changes nothing.
   */
  public JobPosting sorted(JobPosting stored) {
    String category = Categories.again(stored, known(stored));
    Optional<TaskKind> usual = usual(stored);
    TaskKind followed = Kinds.of(stored, stored.occupationalCategory(), usual);
    boolean stated = stored.kind() != null && stored.kind() != followed;
    return stored.toBuilder()
        .occupationalCategory(category)
        .kind(stated ? stored.kind() : Kinds.of(stored, category, usual))
        .build();
  }

  /** A number that is another one where postings are put under categories by other rules. */
  public String rules() {
    String rules = Categories.text() + new TreeMap<>(known) + new TreeMap<>(usual);
    return UUID.nameUUIDFromBytes(rules.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The category that its platform is known for. */
  private Optional<String> known(JobPosting row) {
    return Optional.ofNullable(row.platform()).map(known::get);
  }

  /** What its platform usually offers. */
  private Optional<TaskKind> usual(JobPosting row) {
    return Optional.ofNullable(row.platform()).map(usual::get);
  }

  /** Nobody, where the source names nobody but the platform itself. */
  private @Nullable Organization requester(JobPosting row) {
    Organization requester = tidy(row.hiringOrganization());
    boolean itself =
        requester != null
            && requester.name() != null
            && row.platform() != null
            && ownNames.apply(row.platform()).contains(RequesterId.nameKey(requester.name()));
    return itself ? null : requester;
  }

  /** " by Acme Inc. " is "Acme Inc."; a name of blanks is none. */
  private static @Nullable Organization tidy(@Nullable Organization requester) {
    if (requester == null) return null;
    String name = blankToNull(requester.name());
    if (name != null) {
      name =
          name.replaceAll("\\s+", " ")
              .replaceAll("^[\\s\\-–|,:/]++|(?<![\\s\\-–|,:/])[\\s\\-–|,:/]++$", "");
      name = cut(blankToNull(name), LONGEST_NAME);
    }
    if (name == null && requester.identifier() == null) return null;
    return new Organization(name, requester.identifier(), requester.url());
  }

  private static List<String> tidy(List<String> words) {
    return words.stream()
        .map(Normalise::blankToNull)
        .filter(Objects::nonNull)
        .map(word -> cut(word, LONGEST_WORD))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  /** A title of nothing but invisible signs stays: a posting has one. */
  private static String title(String text) {
    String visible = blankToNull(text);
    return visible == null ? text.strip() : visible;
  }

  /** What can be seen of a text; null if that is nothing. */
  private static @Nullable String blankToNull(@Nullable String text) {
    if (text == null) return null;
    String visible = CleanText.visible(text);
    return visible.isBlank() ? null : visible.strip();
  }

  /** At most so many characters, cut at a blank if there is one near, marked by an ellipsis. */
  private static @Nullable String cut(@Nullable String text, int most) {
    if (text == null || text.length() <= most) return text;
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    int blank = text.lastIndexOf(' ', end);
    return text.substring(0, blank > most * 4 / 5 ? blank : end).stripTrailing() + "…";
  }
}
