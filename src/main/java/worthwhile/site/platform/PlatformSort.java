package worthwhile.site.platform;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import worthwhile.posting.word.Worded;
import worthwhile.site.view.Labels;
import worthwhile.source.Platform;

/** Orders of the list of platforms; what is not known stands last. */
enum PlatformSort {
  /** Most tasks open here first. */
  OPEN(Comparator.comparing(PlatformLine::open).reversed()),
  /** Highest median pay per hour of its tasks here first. */
  PAY(
      Comparator.comparing(
          line -> line.sample().median().orElse(null),
          Comparator.nullsLast(Comparator.reverseOrder()))),
  /** By name. */
  NAME(Comparator.comparing(line -> 0)),
  KIND(Comparator.comparing(line -> Platform.KINDS.indexOf(line.platform().kind()))),
  /** Those where work can be had first. */
  STATUS(Comparator.comparing(line -> Platform.STATES.indexOf(line.platform().status()))),
  ACCESS(Comparator.comparing(line -> line.platform().access())),
  /** Smallest payout first. */
  MINIMUM(knownFirst(PlatformLine::minimumUsd)),
  /** Soonest paid first. */
  DELAY(knownFirst(line -> line.platform().paidAfterDays().map(BigDecimal::valueOf)));

  private final Comparator<PlatformLine> order;

  PlatformSort(Comparator<PlatformLine> order) {
    this.order = order;
  }

  private static Comparator<PlatformLine> knownFirst(
      Function<PlatformLine, Optional<BigDecimal>> value) {
    return Comparator.comparing(
        line -> value.apply(line).orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));
  }

  /** The order, and the name where that leaves a choice. */
  Comparator<PlatformLine> order() {
    return order.thenComparing(line -> line.platform().name().toLowerCase(Locale.ROOT));
  }

  /** The order as people read it. */
  String label() {
    return switch (this) {
      case OPEN -> Labels.part("platform.most-open-tasks");
      case PAY -> Labels.part("platform.best-paid");
      case NAME -> Labels.part("platform.name");
      case KIND -> Labels.part("platform.kind-2");
      case STATUS -> Labels.part("platform.status-2");
      case ACCESS -> Labels.part("platform.how-tasks-get-here-2");
      case MINIMUM -> Labels.part("platform.smallest-payout");
      case DELAY -> Labels.part("platform.soonest-paid");
    };
  }

  static Optional<PlatformSort> of(String word) {
    return Stream.of(values()).filter(sort -> Worded.wordOf(sort).equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(Worded::wordOf).toList();
  }
}
