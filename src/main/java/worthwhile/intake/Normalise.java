package worthwhile.intake;

import java.util.List;
import java.util.Objects;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingState;

/** The last clean-up of an extracted posting before it is compared and stored. */
public final class Normalise {
  /** Characters of a title; longer ones are descriptions in the wrong field. */
  static final int LONGEST_TITLE = 300;

  /** Characters of a description; a bound for the database and the index, not for readers. */
  static final int LONGEST_DESCRIPTION = 20_000;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORD = 500;
  private static final int MOST_WORDS = 50;

  private Normalise() {}

  /**
   * The posting within its bounds: texts cut at a word, names tidied, lists without blanks and
   * repeats, state open unless the source said otherwise, category in the words of {@code
   * index/categories.txt}. Doing it twice changes nothing.
   */
  public static JobPosting posting(JobPosting row) {
    String title = cut(row.title().strip(), LONGEST_TITLE);
    List<String> skills = tidy(row.skills());
    return row.toBuilder()
        .title(title)
        .description(cut(blankToNull(row.description()), LONGEST_DESCRIPTION))
        .hiringOrganization(tidy(row.hiringOrganization()))
        .occupationalCategory(Categories.of(row.occupationalCategory(), title, skills))
        .skills(skills)
        .qualifications(tidy(row.qualifications()))
        .employmentType(cut(blankToNull(row.employmentType()), LONGEST_NAME))
        .jobLocation(cut(blankToNull(row.jobLocation()), LONGEST_WORD))
        .state(row.state() == null ? PostingState.OPEN : row.state())
        .build();
  }

  /** " by Acme Inc. " is "Acme Inc."; a name of blanks is none. */
  private static Organization tidy(Organization requester) {
    if (requester == null) return null;
    String name = blankToNull(requester.name());
    if (name != null) {
      name = name.replaceAll("\\s+", " ").replaceAll("^[\\s\\-–|,:/]+|[\\s\\-–|,:/]+$", "");
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

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** At most so many characters, cut at a blank if there is one near, marked by an ellipsis. */
  private static String cut(String text, int most) {
    if (text == null || text.length() <= most) return text;
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    int blank = text.lastIndexOf(' ', end);
    return text.substring(0, blank > most * 4 / 5 ? blank : end).stripTrailing() + "…";
  }
}
