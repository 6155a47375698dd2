package worthwhile.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.Canonical;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Standing;
import worthwhile.posting.WordList;

/**
 * What a reader would notice between two readings of one posting.
 *
 * <p>Not noticed: tracking parameters and tokens in addresses, places left as long as there are
 * any, a measured average that moved by less than a fifth, {@code datePosted} moved forward (boards
 * bump old work), {@code validThrough} pushed forward by less than two days (pages that always say
 * "ends in 30 days"), white space, order of lists.
 */
final class Differences {
  private static final Duration ROLLING = Duration.ofDays(2);
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Set<String> fields = new LinkedHashSet<>();

  private Differences() {}

  /** Names of the fields that differ, as in the JSON. */
  static Set<String> between(Posting before, Posting now) {
    Differences differences = new Differences();
    differences.compareWords(before.job(), now.job());
    differences.compareTerms(before.job(), now.job());
    differences.compareTimes(before.job(), now.job());
    differences.compareStanding(before.standing(), now.standing());
    return differences.fields;
  }

  /** Whether it can be done again: it was missing, or no place was left. */
  static boolean isReopened(Posting before, Posting now) {
    return before.state() == PostingState.MISSING
        || (isNone(before.job()) && !isNone(now.job()) && now.job().totalJobOpenings() != null);
  }

  private void compareStanding(Standing before, Standing now) {
    note("confirmed", !Objects.equals(before.confirmed(), now.confirmed()));
    note("state", before.state() != now.state());
  }

  private void compareWords(JobPosting before, JobPosting now) {
    note("title", !same(before.title(), now.title()));
    note("description", !same(before.description(), now.description()));
    note("language", !Objects.equals(before.language(), now.language()));
    note("hiringOrganization", !same(name(before), name(now)));
    note("occupationalCategory", !same(before.occupationalCategory(), now.occupationalCategory()));
    note("kind", before.kind() != now.kind());
    note("employmentType", !same(before.employmentType(), now.employmentType()));
    note("url", !Objects.equals(Canonical.url(before.url()), Canonical.url(now.url())));
  }

  private void compareTerms(JobPosting before, JobPosting now) {
    note("baseSalary", !same(before.baseSalary(), now.baseSalary()));
    note("timeRequired", !Objects.equals(before.timeRequired(), now.timeRequired()));
    note("timeAllowed", !Objects.equals(before.timeAllowed(), now.timeAllowed()));
    note("timeMeasured", hasMoved(before.timeMeasured(), now.timeMeasured()));
    note("totalJobOpenings", isNone(before) != isNone(now));
    note("jobLocation", !same(before.jobLocation(), now.jobLocation()));
    note("jobLocationType", !same(before.jobLocationType(), now.jobLocationType()));
    for (WordList list : WordList.values())
      note(list.field(), !sameSet(list.of(before), list.of(now)));
    note("reports", !new HashSet<>(before.reports()).containsAll(now.reports()));
  }

  private void compareTimes(JobPosting before, JobPosting now) {
    note("datePosted", before.datePosted() == null && now.datePosted() != null);
    note("validThrough", !sameEnd(before.validThrough(), now.validThrough()));
  }

  private void note(String field, boolean differs) {
    if (differs) fields.add(field);
  }

  private static @Nullable String name(JobPosting posting) {
    Organization requester = posting.hiringOrganization();
    if (requester == null) return null;
    return requester.name() == null ? requester.identifier() : requester.name();
  }

  private static boolean same(@Nullable String before, @Nullable String now) {
    return Objects.equals(before, now) || folded(before).equals(folded(now));
  }

  private static String folded(@Nullable String text) {
    return text == null ? "" : BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static boolean sameSet(Collection<String> before, Collection<String> now) {
    return new HashSet<>(before).equals(new HashSet<>(now));
  }

  private static boolean same(@Nullable MonetaryAmount before, @Nullable MonetaryAmount now) {
    if (before == null || now == null) return before == null && now == null;
    return before.currency().equals(now.currency())
        && before.unitText() == now.unitText()
        && same(before.minValue(), now.minValue())
        && same(before.maxValue(), now.maxValue());
  }

  private static boolean same(@Nullable BigDecimal before, @Nullable BigDecimal now) {
    if (before == null || now == null) return before == null && now == null;
    return before.compareTo(now) == 0;
  }

  /** An average moves with everybody who finishes; a fifth of it is news. */
  private static boolean hasMoved(@Nullable Duration before, @Nullable Duration now) {
    if (before == null || now == null) return now != null;
    return before.minus(now).abs().multipliedBy(5).compareTo(before) > 0;
  }

  private static boolean isNone(JobPosting posting) {
    return posting.totalJobOpenings() != null && posting.totalJobOpenings() == 0;
  }

  private static boolean sameEnd(@Nullable Instant before, @Nullable Instant now) {
    if (before == null || now == null) return before == null && now == null;
    Duration moved = Duration.between(before, now);
    return !moved.isNegative() && moved.compareTo(ROLLING) < 0;
  }
}
