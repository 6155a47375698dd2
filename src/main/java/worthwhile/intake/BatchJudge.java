package worthwhile.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Reason;
import worthwhile.source.Contract;

/**
 * Whether a batch can be believed, by the source's contract and its own recent history; a batch
 * that cannot is held back and the last good data stays.
 *
 * <p>The thresholds, and why:
 *
 * <ul>
 *   <li>rejected: more than half of at least 4 rows. A page with ordinary bad rows stays below; a
 *       renamed field rejects all.
 *   <li>fields of {@code always}: missing in more than a fifth of at least 5 rows. The contract
 *       says every row has them, a few careless postings are life.
 *   <li>far fewer rows than usual: a complete run with less than a fifth of the median of the last
 *       runs, once that median is 20 or more and there are 3 runs. Small sources jump by nature; a
 *       big one that loses four fifths overnight is more likely broken than empty, and would close
 *       what it lost.
 *   <li>fewer than half, far fewer while there were not yet 3 runs, or fewer than this source has
 *       by chance ({@link UsualRows}): taken, but what is lacking closes only when two more
 *       complete runs lack it, and the run says so. That is more than a source loses between two
 *       runs, and less than proof that its listing broke.
 *   <li>rows of the contract: a listing with fewer than the fewest, unless it says itself that it
 *       is empty, or a page with more than the most. From the first run on.
 *   <li>far more: over five times the median, same conditions. A filter or the paging broke.
 *   <li>titles: all equal in at least 8 rows, where other addresses show that they are different
 *       work. A selector hit the site's name.
 *   <li>pay: changed by more than ten times for over half of at least 5 known postings. A currency,
 *       a decimal mark or cents were misread.
 *   <li>pay: gone from over four fifths of at least 8 known postings that had it, or now one and
 *       the same for at least 8 that had four different ones. Its place on the page was moved or
 *       renamed: a site changes one task's pay, and not that it pays.
 * </ul>
 */
public final class BatchJudge {
  private static final int FEWEST_RUNS = 3;
  private static final int USUAL_SIZE = 20;
  private static final int TIMES = 5;
  private static final int HALF = 2;

  private BatchJudge() {}

  /** What becomes of a batch. */
  public sealed interface Verdict {
    /**
     * It may be stored.
     *
     * @param shrunken that it is so much smaller than usual that what it lacks needs more proof
     *     before it counts as gone; absent if it is not
     */
    record Accept(Optional<Reason> shrunken) implements Verdict {}

    /** It stays out, for this reason. */
    record HoldBack(Reason reason) implements Verdict {}
  }

  /**
   * How many rows a source's listing showed, whatever became of them.
   *
   * @param rows on all its pages
   * @param most on one page
   * @param declaredEmpty whether there are none and the source's own mark of emptiness stood there
   */
  public record Listed(int rows, int most, boolean declaredEmpty) {}

  /** Whether a listing has as many rows as its source's contract says; why not, if not. */
  public static Optional<Reason> listed(Contract contract, Listed listed, boolean complete) {
    if (listed.most() > contract.maxRows())
      return Optional.of(
          Reason.of("rows-too-many").with("rows", listed.most()).with("most", contract.maxRows()));
    if (!complete || listed.declaredEmpty() || listed.rows() >= contract.minRows())
      return Optional.empty();
    return Optional.of(
        Reason.of("rows-too-few").with("rows", listed.rows()).with("fewest", contract.minRows()));
  }

  /**
   * Judges a batch.
   *
   * @param rows what the run extracted
   * @param rejected rows that could not become items
   * @param complete whether every page was read; only then the number of rows says something
   * @param earlier numbers of rows of the newest runs that were accepted, complete ones; may be
   *     empty
   */
  public static Verdict judge(
      Contract contract,
      List<JobPosting> rows,
      int rejected,
      boolean complete,
      List<Integer> earlier,
      KnownPostings known) {
    return rejected(rows.size(), rejected)
        .or(() -> always(contract, rows))
        .or(() -> complete ? size(rows.size(), earlier) : Optional.empty())
        .or(() -> titles(rows))
        .or(() -> PayDrift.of(rows, known))
        .<Verdict>map(Verdict.HoldBack::new)
        .orElseGet(
            () -> new Verdict.Accept(complete ? shrunken(rows.size(), earlier) : Optional.empty()));
  }

  /**
   * Judges a batch of talk or ratings, of which only numbers are compared.
   *
   * @param taken rows that became items; see {@link #judge} for the others
   */
  public static Verdict judge(int taken, int rejected, boolean complete, List<Integer> earlier) {
    return rejected(taken, rejected)
        .or(() -> complete ? size(taken, earlier) : Optional.empty())
        .<Verdict>map(Verdict.HoldBack::new)
        .orElseGet(() -> new Verdict.Accept(Optional.empty()));
  }

  private static Optional<Reason> rejected(int taken, int rejected) {
    int rows = taken + rejected;
    if (rows < 4 || rejected * 2 <= rows) return Optional.empty();
    return Optional.of(Reason.of("rows-unreadable").with("rejected", rejected).with("rows", rows));
  }

  private static Optional<Reason> always(Contract contract, List<JobPosting> rows) {
    if (rows.size() < 5) return Optional.empty();
    for (String field : contract.always()) {
      Predicate<JobPosting> has = Fields.present(field);
      long missing = rows.stream().filter(has.negate()).count();
      if (missing * 5 > rows.size())
        return Optional.of(
            Reason.of("field-lacking")
                .with("lacking", missing)
                .with("rows", rows.size())
                .with("field", field));
    }
    return Optional.empty();
  }

  /** That a source that used to be big has far fewer rows than usual, however young it is. */
  private static Optional<Reason> shrunken(int rows, List<Integer> earlier) {
    UsualRows usual = new UsualRows(earlier);
    if (usual.isEmpty() || usual.median() < USUAL_SIZE) return Optional.empty();
    boolean half = rows * HALF < usual.median();
    boolean beyondChance = usual.runs() >= FEWEST_RUNS && usual.isBeyondChance(rows);
    if (!half && !beyondChance) return Optional.empty();
    return Optional.of(Reason.of("rows-fewer").with("rows", rows).with("usual", usual.median()));
  }

  private static Optional<Reason> size(int rows, List<Integer> earlier) {
    UsualRows usual = new UsualRows(earlier);
    if (usual.runs() < FEWEST_RUNS) return Optional.empty();
    int median = usual.median();
    boolean few = rows * TIMES < median;
    boolean many = rows > Math.max(median, USUAL_SIZE) * TIMES;
    if (!many && (median < USUAL_SIZE || !few)) return Optional.empty();
    return Optional.of(Reason.of("rows-unusual").with("rows", rows).with("usual", median));
  }

  /**
   * What to tell the operator of a batch whose newest dated row is older than the contract's {@code
   * fresh}. Such a batch is not held back: old postings are still what the source offers, and each
   * one says how old it is.
   *
   * @param newest when the {@link #newest} row was published
   * @param at when the run began
   */
  public static Optional<Reason> staleness(
      Contract contract, Optional<Instant> newest, Instant at) {
    if (contract.fresh().isEmpty()) return Optional.empty();
    return newest
        .map(published -> Duration.between(published, at))
        .filter(age -> age.compareTo(contract.fresh().get()) > 0)
        .map(age -> Reason.of("rows-stale").with("days", age.toDays()));
  }

  /** When the row that was published last was; absent if none is dated. */
  public static Optional<Instant> newest(List<JobPosting> rows) {
    return rows.stream()
        .map(JobPosting::datePosted)
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }

  private static Optional<Reason> titles(List<JobPosting> rows) {
    long titles = rows.stream().map(row -> row.title().toLowerCase(Locale.ROOT)).distinct().count();
    long addresses = rows.stream().map(JobPosting::url).filter(Objects::nonNull).distinct().count();
    if (rows.size() < 8 || titles > 1 || addresses < rows.size()) return Optional.empty();
    return Optional.of(
        Reason.of("titles-alike").with("rows", rows.size()).with("title", rows.getFirst().title()));
  }
}
