package worthwhile.source.card;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a worker should know of a platform beside its tasks. An empty list means not known.
 *
 * @param domains its own, those by which it recruits and those that look like its own
 * @param dataBeforePay what it asks before anything is paid
 * @param breaches of workers' data
 * @param suspensions accounts closed or blocked, and work that was therefore not paid
 * @param autoRejections work that is turned down by itself
 * @param afterRejection what can be done when work was rejected or not paid
 * @param payoutMethods how money is paid out
 * @param screenOutRewards what is paid to who is turned away after the first questions
 * @param fairwork scores of the Fairwork project
 * @param deadlines last days for something
 * @param changes what changed for workers
 * @param minimumPayout what the card's least payout rests on
 * @param paidAfterDays what the card's days until payment rest on
 */
public record Particulars(
    List<Domain> domains,
    List<PersonalData> dataBeforePay,
    List<PlatformReport> breaches,
    List<PlatformReport> suspensions,
    List<PlatformReport> autoRejections,
    List<Recourse> afterRejection,
    List<PayoutMethod> payoutMethods,
    List<ScreenOutReward> screenOutRewards,
    List<FairworkScore> fairwork,
    List<Deadline> deadlines,
    List<PlatformReport> changes,
    Optional<Citation> minimumPayout,
    Optional<Citation> paidAfterDays) {
  public static final Particulars NONE =
      new Particulars(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  /** Its domains of one use. */
  public List<Domain> domains(Domain.Use use) {
    return domains.stream().filter(domain -> domain.use() == use).toList();
  }

  /** How money is paid out today, as far as is known. */
  public List<PayoutMethod> methods() {
    return Dated.current(payoutMethods);
  }

  /** Everything of these that something else has taken the place of. */
  public boolean hasSuperseded() {
    return Stream.of(
            dataBeforePay,
            suspensions,
            autoRejections,
            afterRejection,
            payoutMethods,
            screenOutRewards)
        .flatMap(List::stream)
        .anyMatch(dated -> dated.citation().superseded());
  }
}
