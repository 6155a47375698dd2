package worthwhile.site.reputation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.reputation.Prior;
import worthwhile.reputation.Rating;
import worthwhile.reputation.Reputation;
import worthwhile.reputation.RequesterScore;
import worthwhile.reputation.ReviewerVoice;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.ReviewFactsBuilder;
import worthwhile.reputation.statement.Verdict;

/**
 * A score of an invented requester, worked out by the code that works out all others.
 *
 * @param weight sum of the weights of the lines
 * @param good the same, each times how good the rating is
 */
record WorkedExample(List<Line> lines, double weight, double good, RequesterScore score) {
  private static final String REQUESTER = "example";
  private static final Instant NOW = Instant.EPOCH.plus(Duration.ofDays(20_000));

  /**
   * What one worker tells.
   *
   * @param says key of the words for it
   * @param value −1 to 1
   * @param weight what it weighs now
   */
  record Line(String says, double value, int daysAgo, double voice, double weight) {
    /** 0 to 1. */
    double goodness() {
      return (1 + value) / 2;
    }
  }

  private record Teller(String says, Review.Facts facts, int daysAgo, ReviewerVoice voice) {
    Rating rating() {
      double value = Verdict.of(facts).orElseThrow();
      return new Rating(says, REQUESTER, value, at(), voice.worked() > 0);
    }

    Instant at() {
      return NOW.minus(Duration.ofDays(daysAgo));
    }

    Line line() {
      double voiced = voice.weight(voice.worked() > 0);
      double weight = Reputation.faded(voiced, Duration.ofDays(daysAgo).toMillis());
      return new Line(says, rating().value(), daysAgo, voiced, weight);
    }
  }

  static WorkedExample of(Prior prior) {
    List<Teller> tellers =
        List.of(
            new Teller("trusted", Review.Facts.of(Outcome.PAID), 0, voice(1, 0)),
            new Teller("practised", Review.Facts.of(Outcome.PAID), 100, voice(0, 6)),
            new Teller("fast", rejected(), 30, voice(0, 2)),
            new Teller("new", rejected(), 1, voice(0, 0)));
    Map<String, ReviewerVoice> voices =
        tellers.stream().collect(Collectors.toMap(Teller::says, Teller::voice));
    List<Line> lines = tellers.stream().map(Teller::line).toList();
    return new WorkedExample(
        lines,
        sum(lines, Line::weight),
        sum(lines, line -> line.weight() * line.goodness()),
        Reputation.score(
                REQUESTER,
                tellers.stream().map(Teller::rating).toList(),
                voices::get,
                Set.of(),
                prior,
                NOW)
            .orElseThrow());
  }

  private static double sum(List<Line> lines, Function<Line, Double> part) {
    return lines.stream().mapToDouble(part::apply).sum();
  }

  private static Review.Facts rejected() {
    return ReviewFactsBuilder.builder()
        .outcome(Outcome.REJECTED)
        .rejectedFor(RejectionCause.TOO_FAST)
        .build();
  }

  private static ReviewerVoice voice(double trust, int worked) {
    return new ReviewerVoice(trust, worked, 1, false, NOW.minus(Duration.ofDays(900)));
  }
}
