package worthwhile.flow;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import worthwhile.pay.HourlyPay;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.warning.Warnings;

/**
 * Makes of a posting what we make of it, one judgement after the other: who offers it, what it
 * pays, what smells of a scam. The command {@code assess} and the tail use the same one.
 */
public final class Assessor {
  /** One judgement; it sees those before it. */
  @FunctionalInterface
  public interface Step {
    /** Says nothing yet. */
    Step NONE = (_, _, before) -> before;

    /** The assessment with this judgement added. */
    Assessment assess(JobPosting posting, Evidence evidence, Assessment before);
  }

  /** Makes a step when it is first asked for. */
  static final class Once implements Supplier<Step> {
    private final Supplier<Step> maker;
    private volatile @Nullable Step made;

    Once(Supplier<Step> maker) {
      this.maker = maker;
    }

    @Override
    public Step get() {
      Step known = made;
      return known == null ? make() : known;
    }

    private synchronized Step make() {
      Step known = made;
      if (known == null) made = known = maker.get();
      return known;
    }
  }

  private final Supplier<List<Step>> steps;

  private Assessor(Supplier<List<Step>> steps) {
    this.steps = steps;
  }

  /**
   * An assessor that estimates pay so and knows no platform's address.
   *
   * @param estimates with the rates of the moment; asked once for each batch
   */
  public static Assessor with(Supplier<HourlyPay> estimates) {
    return with(estimates, () -> Warnings.knowing(List.of()));
  }

  /**
   * An assessor that estimates pay and warns so.
   *
   * @param estimates with the rates of the moment; asked once for each batch
   * @param warnings asked for the first batch: to read all rules takes a good part of a start
   */
  public static Assessor with(Supplier<HourlyPay> estimates, Supplier<Warnings> warnings) {
    Step reputation = new ReputationStep();
    Supplier<Step> warning = new Once(() -> new WarningStep(warnings.get()));
    return new Assessor(() -> List.of(reputation, new PayStep(estimates.get()), warning.get()));
  }

  /** The judgements as of this moment, to be used for one batch. */
  Step now() {
    List<Step> all = steps.get();
    return (posting, evidence, before) -> {
      Assessment assessment = before;
      for (Step step : all) assessment = step.assess(posting, evidence, assessment);
      return assessment;
    };
  }

  /** What we make of a posting, by this evidence. */
  public Assessment assess(JobPosting posting, Evidence evidence) {
    return now().assess(posting, evidence, Assessment.NONE);
  }
}
