package worthwhile.warning.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import worthwhile.posting.Warning;
import worthwhile.posting.Warning.Severity;
import worthwhile.warning.Observations;
import worthwhile.warning.Warnings;
import worthwhile.warning.model.ScamModel;
import worthwhile.warning.study.ScamFigures;

/**
 * How good the warnings are.
 *
 * @param bad how many of the postings are frauds
 * @param good how many are none
 * @param rows for warnings of at least a severity
 * @param falseAlarms of each code with caution or danger: how many of the good postings it was said
 *     of
 * @param risks how right the estimated risks are, at the natural share of frauds; absent if there
 *     are only frauds or none
 * @param each time that a posting took on the average
 */
public record WarningFigures(
    int bad,
    int good,
    List<Row> rows,
    Map<String, Integer> falseAlarms,
    Optional<Risks> risks,
    Duration each) {
  /**
   * How right the risks are.
   *
   * @param prAuc area under precision over recall
   * @param balancedAccuracy at the threshold for as many frauds as others
   * @param tenths of the range of risks, with what was told and what was so
   */
  public record Risks(double prAuc, double balancedAccuracy, List<ScamFigures.Tenth> tenths) {}

  /**
   * For warnings of at least this severity.
   *
   * @param found frauds that were warned of
   * @param wrong postings that were warned of and are none
   */
  public record Row(Severity least, int found, int wrong, int bad, int good) {
    /** The share of frauds among what was warned of; absent if nothing was. */
    public OptionalDouble precision() {
      return share(found, found + wrong);
    }

    /** The share of frauds that was warned of; absent if there are none. */
    public OptionalDouble recall() {
      return share(found, bad);
    }

    /** False alarms per 1,000 postings that are no frauds; absent if there are none. */
    public OptionalDouble falsePerThousand() {
      OptionalDouble share = share(wrong, good);
      return share.isEmpty() ? share : OptionalDouble.of(share.getAsDouble() * 1000);
    }

    private static OptionalDouble share(int part, int whole) {
      return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
    }
  }

  /** Figures of these postings, each assessed once after all were once to warm up. */
  public static WarningFigures of(List<LabelledPosting> postings, Warnings warnings) {
    assess(postings.subList(0, Math.min(postings.size(), 1_000)), warnings);
    long start = System.nanoTime();
    List<Observations> seen = assess(postings, warnings);
    Duration whole = Duration.ofNanos(System.nanoTime() - start);
    int bad = (int) postings.stream().filter(LabelledPosting::bad).count();
    List<Row> rows = new ArrayList<>();
    for (Severity least : Severity.values())
      rows.add(row(least, postings, seen, bad, postings.size() - bad));
    return new WarningFigures(
        bad,
        postings.size() - bad,
        rows,
        falseAlarms(postings, seen),
        risks(postings, seen),
        whole.dividedBy(Math.max(1, postings.size())));
  }

  private static List<Observations> assess(List<LabelledPosting> postings, Warnings warnings) {
    return postings.stream().map(each -> warnings.of(each.posting(), each.otherTexts())).toList();
  }

  private static Optional<Risks> risks(List<LabelledPosting> postings, List<Observations> seen) {
    List<ScamFigures.Known> known = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      BigDecimal risk = seen.get(i).risk();
      if (risk != null) known.add(new ScamFigures.Known(risk.doubleValue(), postings.get(i).bad()));
    }
    if (known.stream().map(ScamFigures.Known::fraud).distinct().count() < 2)
      return Optional.empty();
    ScamFigures figures = new ScamFigures(known, ScamModel.NATURAL);
    return Optional.of(
        new Risks(figures.prAuc(), figures.balancedAccuracy(ScamModel.EVEN), figures.tenths()));
  }

  private static Row row(
      Severity least, List<LabelledPosting> postings, List<Observations> seen, int bad, int good) {
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < seen.size(); i++) {
      boolean warned =
          seen.get(i).warnings().stream().anyMatch(it -> it.severity().compareTo(least) >= 0);
      if (warned && postings.get(i).bad()) found++;
      else if (warned) wrong++;
    }
    return new Row(least, found, wrong, bad, good);
  }

  private static Map<String, Integer> falseAlarms(
      List<LabelledPosting> postings, List<Observations> seen) {
    Map<String, Integer> byCode = new TreeMap<>();
    for (int i = 0; i < seen.size(); i++)
      if (!postings.get(i).bad())
        seen.get(i).warnings().stream()
            .filter(it -> it.severity() != Severity.NOTE)
            .map(Warning::code)
            .distinct()
            .forEach(code -> byCode.merge(code, 1, Integer::sum));
    return byCode;
  }
}
