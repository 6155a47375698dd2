package worthwhile.warning.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How right risks are, where {@code natural} of all postings are frauds, whatever the share in the
 * data measured.
 *
 * @param risks each of a posting of which is known what it was
 * @param natural share of frauds that is reckoned with
 */
public record ScamFigures(List<Known> risks, double natural) {
  /** Fewer postings in a tenth say nothing of it. */
  private static final int FEWEST = 50;

  /** A risk that was told of a posting, and what the posting was. */
  public record Known(double risk, boolean fraud) {}

  /**
   * A tenth of the range of risks.
   *
   * @param from where it begins
   * @param postings in it
   * @param told the mean risk, {@code natural} reckoned with
   * @param frauds the share of frauds, {@code natural} reckoned with
   */
  public record Tenth(double from, int postings, double told, double frauds) {
    /** How far the share of frauds lies from what was told; zero if there are too few postings. */
    public double error() {
      return postings < FEWEST ? 0 : Math.abs(told - frauds);
    }
  }

  public ScamFigures {
    risks = List.copyOf(risks);
    if (risks.stream().allMatch(Known::fraud) || risks.stream().noneMatch(Known::fraud))
      throw new IllegalArgumentException("Both frauds and genuine postings are needed");
  }

  private long frauds() {
    return risks.stream().filter(Known::fraud).count();
  }

  private double weight(Known known) {
    return known.fraud() ? natural / frauds() : (1 - natural) / (risks.size() - frauds());
  }

  /** The mean of the shares of frauds and of genuine postings told right at a threshold. */
  public double balancedAccuracy(double threshold) {
    long found = risks.stream().filter(r -> r.fraud() && r.risk() >= threshold).count();
    return ((double) found / frauds() + 1 - falseAlarms(threshold)) / 2;
  }

  /** The share of frauds that are found at a threshold. */
  public double recall(double threshold) {
    return (double) risks.stream().filter(r -> r.fraud() && r.risk() >= threshold).count()
        / frauds();
  }

  /** The share of genuine postings that are taken for frauds at a threshold. */
  public double falseAlarms(double threshold) {
    return (double) risks.stream().filter(r -> !r.fraud() && r.risk() >= threshold).count()
        / (risks.size() - frauds());
  }

  /** The share of frauds among what is taken for one at a threshold; not a number if nothing is. */
  public double precision(double threshold) {
    double found = natural * recall(threshold);
    return found / (found + (1 - natural) * falseAlarms(threshold));
  }

  /** The area under precision over recall (average precision). */
  public double prAuc() {
    List<Known> sorted = new ArrayList<>(risks);
    sorted.sort(Comparator.comparingDouble(Known::risk).reversed());
    double area = 0;
    double found = 0;
    double all = 0;
    for (int i = 0; i < sorted.size(); ) {
      double before = found;
      double risk = sorted.get(i).risk();
      for (; i < sorted.size() && sorted.get(i).risk() == risk; i++) {
        double weight = weight(sorted.get(i));
        all += weight;
        if (sorted.get(i).fraud()) found += weight;
      }
      area += (found - before) / natural * (found / all);
    }
    return area;
  }

  /** The tenths of the range that hold any posting. */
  public List<Tenth> tenths() {
    List<Tenth> tenths = new ArrayList<>();
    for (int tenth = 0; tenth < 10; tenth++) {
      int here = tenth;
      List<Known> in =
          risks.stream().filter(r -> Math.min(9, (int) (r.risk() * 10)) == here).toList();
      if (in.isEmpty()) continue;
      double all = in.stream().mapToDouble(this::weight).sum();
      double told = in.stream().mapToDouble(r -> weight(r) * r.risk()).sum() / all;
      double frauds = in.stream().filter(Known::fraud).mapToDouble(this::weight).sum() / all;
      tenths.add(new Tenth(here / 10.0, in.size(), told, frauds));
    }
    return tenths;
  }
}
