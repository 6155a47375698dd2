package worthwhile.site.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Conduct;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.source.card.Citation;
import worthwhile.source.card.PayoutMethod;
import worthwhile.source.card.Sum;

/**
 * When and how a task is paid, as its platform's card has it and as workers tell.
 *
 * @param platform its name
 * @param days from handing in until it can be paid, in words
 * @param daysBy what these rest on
 * @param told after how many days workers were really paid, in words
 * @param least what is paid out at least, in words
 * @param leastBy what this rests on
 * @param methods by which it pays out, where she told of a country those that are offered there
 */
record PaidWhen(
    String platform,
    Optional<String> days,
    Optional<Citation> daysBy,
    Optional<String> told,
    Optional<String> least,
    Optional<Citation> leastBy,
    List<PayoutMethod> methods) {
  private static final int FEW = 2;

  PaidWhen {
    methods = List.copyOf(methods);
  }

  static PaidWhen of(Posting posting, ToldOfHer her, SiteInstance instance) {
    Optional<Platform> card =
        Optional.ofNullable(posting.job().platform()).flatMap(instance.sources()::platform);
    return new PaidWhen(
        instance.platformName(posting.job().platform()),
        card.flatMap(Platform::paidAfterDays)
            .map(days -> Reason.of("paid-after").with("days", days).said()),
        card.flatMap(known -> known.particulars().paidAfterDays()),
        told(posting.reputation()),
        card.flatMap(Platform::minimumPayout).map(PaidWhen::least),
        card.flatMap(known -> known.particulars().minimumPayout()),
        card.stream()
            .flatMap(known -> known.particulars().methods().stream())
            .filter(way -> isOffered(way, her.countries()))
            .toList());
  }

  private static Optional<String> told(@Nullable Conduct conduct) {
    return Optional.ofNullable(conduct)
        .flatMap(known -> Optional.ofNullable(known.daysToPay()))
        .map(days -> Reason.of("paid-told").with("days", days).said());
  }

  private static String least(Sum sum) {
    boolean any = sum.amount().signum() == 0;
    return Reason.of("paid-least")
        .with("sum", any ? null : Show.money(sum.amount(), sum.currency()))
        .said();
  }

  private static boolean isOffered(PayoutMethod way, Set<String> countries) {
    return countries.isEmpty()
        || way.countries().isEmpty()
        || !Collections.disjoint(way.countries(), countries);
  }

  /** Whether anything of it is known. */
  boolean isKnown() {
    return days.isPresent() || told.isPresent() || least.isPresent() || !methods.isEmpty();
  }

  /** In few words: the days and up to two ways; empty where neither is known. */
  List<String> brief() {
    List<String> brief = new ArrayList<>();
    days.ifPresent(brief::add);
    methods.stream().map(PayoutMethod::method).distinct().limit(FEW).forEach(brief::add);
    return brief;
  }
}
