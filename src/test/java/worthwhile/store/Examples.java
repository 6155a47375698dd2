package worthwhile.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.store.source.Runs;

/** Invented postings and runs. */
public final class Examples {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Examples() {}

  public static Posting posting(String source, String identifier) {
    return FlatPosting.builder(source, "tasks", identifier)
        .title("Label 20 photos of shop shelves")
        .url("https://tasks.example/t/" + identifier)
        .description("Draw a box around every price tag. Takes about ten minutes.")
        .hiringOrganization(new Organization("Shelf Lab", "r17", null))
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("1.50"), UnitText.TASK))
        .datePosted(NOON.minus(Duration.ofHours(3)))
        .firstSeen(NOON)
        .lastSeen(NOON)
        .state(PostingState.OPEN)
        .build();
  }

  /** Every component set, with values that like to get lost. */
  public static Posting full() {
    return FlatPosting.of(posting("alpha", "full"))
        .language("en")
        .timeRequired(Duration.ofSeconds(605))
        .timeAllowed(Duration.ofMinutes(45))
        .totalJobOpenings(0)
        .occupationalCategory("survey")
        .skills(List.of("İstanbul ağzı", "emoji 🧪", "quote \" and \\ and '"))
        .employmentType("CONTRACTOR")
        .jobLocation("Zürich")
        .jobLocationType("TELECOMMUTE")
        .applicantLocationRequirements(List.of("GB", "US"))
        .qualifications(List.of("approval rate > 95%"))
        .validThrough(Instant.parse("2026-12-01T00:00:00.123456Z"))
        .stateReason(Reason.of("absent-once"))
        .state(PostingState.MISSING)
        .reposts(2)
        .duplicates(List.of("beta:9"))
        .reports(
            List.of(
                new WorkReport(
                    "w1", new BigDecimal("12.50"), NOON, WorkReport.Outcome.PAID, "forum")))
        .pay(
            new Pay(
                "USD",
                new BigDecimal("7.10"),
                new BigDecimal("10.400"),
                new BigDecimal("14.9"),
                Pay.Basis.STATED,
                12,
                NOON,
                List.of(Reason.stated("$1.50 for ten minutes").with("pay", new BigDecimal("1.50"))),
                new BigDecimal("9.2"),
                List.of()))
        .build();
  }

  public static Runs.Run run(String id, String source, Instant at, String outcome) {
    return new Runs.Run(
        id, source, at, outcome, Optional.empty(), 3, 2, 1, 1, 0, 0, Duration.ofMillis(1234));
  }

  public static Runs.Run run(String id) {
    return run(id, "alpha", NOON, "items");
  }
}
