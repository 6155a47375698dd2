package worthwhile.site.task;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import worthwhile.posting.Conduct;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;
import worthwhile.search.Apart;
import worthwhile.search.PostingFacts;
import worthwhile.site.view.Labels;
import worthwhile.site.view.RecordLine;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * One task beside others.
 *
 * @param platform its name
 * @param over why it can be had no more, in words; absent if it can
 */
record ComparedTask(
    Posting posting,
    PostingFacts facts,
    String platform,
    CanI can,
    PaidWhen when,
    Optional<Integer> days,
    Optional<String> over) {
  static ComparedTask of(Posting posting, ToldOfHer her, SiteInstance instance) {
    PostingFacts facts = instance.index().facts(posting);
    Optional<Integer> days =
        Optional.ofNullable(posting.job().platform())
            .flatMap(instance.sources()::platform)
            .flatMap(card -> card.paidAfterDays());
    return new ComparedTask(
        posting,
        facts,
        instance.platformName(posting.job().platform()),
        CanI.of(posting, her, instance),
        PaidWhen.of(posting, her, instance),
        days,
        over(posting, facts, instance.now()));
  }

  private static Optional<String> over(Posting posting, PostingFacts facts, Instant now) {
    if (posting.state() == PostingState.CLOSED) return Optional.of(apart(Apart.CLOSED));
    if (facts.ends().isPresent() && facts.ends().getAsLong() < PostingFacts.millis(now))
      return Optional.of(apart(Apart.ENDED));
    return facts.full() ? Optional.of(apart(Apart.FULL)) : Labels.state(posting);
  }

  private static String apart(Apart why) {
    return Labels.part("apart." + why.word());
  }

  private static String notKnown() {
    return Labels.part("compare.not-known");
  }

  private Optional<Pay> pay() {
    return Optional.ofNullable(posting.pay());
  }

  Optional<BigDecimal> net() {
    return pay().map(Pay::net);
  }

  String netSaid() {
    return pay()
        .map(
            pay ->
                Show.net(pay)
                    + ", "
                    + Show.basis(pay.basis())
                    + Show.statements(pay).map(n -> " (" + n + ")").orElse(""))
        .orElseGet(ComparedTask::notKnown);
  }

  Optional<BigDecimal> effective() {
    return pay().flatMap(pay -> Optional.ofNullable(pay.effective()));
  }

  String effectiveSaid() {
    return pay()
        .flatMap(
            pay ->
                Optional.ofNullable(pay.effective())
                    .map(left -> "≈ " + Show.money(left, pay.currency())))
        .orElseGet(ComparedTask::notKnown);
  }

  Optional<BigDecimal> minutes() {
    return millis().map(BigDecimal::valueOf);
  }

  /** What was measured counts before what is stated or told. */
  private Optional<Long> millis() {
    Duration measured = posting.job().timeMeasured();
    if (measured != null) return Optional.of(measured.toMillis());
    OptionalLong known = facts.duration();
    return known.isPresent() ? Optional.of(known.getAsLong()) : Optional.empty();
  }

  String minutesSaid() {
    String how =
        posting.job().timeMeasured() != null
            ? "measured"
            : posting.job().timeRequired() != null ? "stated" : "told";
    return millis()
        .map(time -> Show.span(Duration.ofMillis(time)) + ", " + Labels.part("compare.time." + how))
        .orElseGet(ComparedTask::notKnown);
  }

  Optional<BigDecimal> places() {
    return Optional.ofNullable(posting.job().totalJobOpenings()).map(BigDecimal::valueOf);
  }

  String placesSaid() {
    return places().map(n -> Show.number(n.longValue())).orElseGet(ComparedTask::notKnown);
  }

  Optional<BigDecimal> paidDays() {
    return days.map(BigDecimal::valueOf);
  }

  String paidSaid() {
    List<String> brief = when.brief();
    return brief.isEmpty() ? notKnown() : String.join(", ", brief);
  }

  String countrySaid() {
    return (can.country().verdict().orElse("") + " " + can.country().said()).strip();
  }

  String needsSaid() {
    return can.needs().orElse(Labels.part("can.answer.not-stated"));
  }

  /** The lower end of her score: of one whom few tell of little is sure. */
  Optional<BigDecimal> record() {
    return Optional.ofNullable(posting.reputation())
        .flatMap(conduct -> Optional.ofNullable(conduct.low()));
  }

  String recordSaid() {
    Optional<Conduct> conduct = Optional.ofNullable(posting.reputation());
    return RecordLine.whole(conduct.orElse(null), false)
        .map(RecordLine::said)
        .orElse(Labels.part("compare.record.none"));
  }

  Optional<BigDecimal> severity() {
    return Optional.of(BigDecimal.valueOf(posting.assessment().severity()));
  }

  String warningsSaid() {
    List<Warning> warnings = posting.assessment().warnings();
    if (warnings.isEmpty()) return Labels.part("compare.warnings.none");
    return warnings.stream()
        .map(each -> Labels.part("severity." + Worded.wordOf(each.severity())) + ": " + each.said())
        .collect(Collectors.joining("; "));
  }
}
