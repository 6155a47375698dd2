package worthwhile.posting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Builds postings for tests, all three parts in one go. */
public final class FlatPosting {
  private final JobPostingBuilder job;
  private final StandingBuilder standing;
  private Pay pay;
  private Conduct reputation;
  private BigDecimal risk;
  private List<Warning> warnings = List.of();

  private FlatPosting(JobPostingBuilder job, StandingBuilder standing, Pay pay) {
    this.job = job;
    this.standing = standing;
    this.pay = pay;
  }

  public static FlatPosting builder(String source, String platform, String identifier) {
    return new FlatPosting(
        JobPosting.builder(source, platform, identifier), StandingBuilder.builder(), null);
  }

  public static FlatPosting of(Posting posting) {
    return new FlatPosting(posting.job().toBuilder(), posting.standing().toBuilder(), posting.pay())
        .reputation(posting.reputation());
  }

  /** Ids of the same work elsewhere. */
  public FlatPosting duplicates(List<String> ids) {
    standing.duplicates(ids.stream().map(id -> new Duplicate(id, null, null)).toList());
    return this;
  }

  public FlatPosting pay(Pay value) {
    pay = value;
    return this;
  }

  /** What is told of it as a scam. */
  public FlatPosting warned(BigDecimal estimate, List<Warning> all) {
    risk = estimate;
    warnings = all;
    return this;
  }

  public FlatPosting reputation(Conduct value) {
    reputation = value;
    return this;
  }

  public Posting build() {
    return new Posting(
        job.build(),
        standing.build(),
        Assessment.NONE.with(pay).with(reputation).warned(risk, warnings, List.of()));
  }

  public FlatPosting url(String value) {
    job.url(value);
    return this;
  }

  public FlatPosting title(String value) {
    job.title(value);
    return this;
  }

  public FlatPosting description(String value) {
    job.description(value);
    return this;
  }

  public FlatPosting language(String value) {
    job.language(value);
    return this;
  }

  public FlatPosting hiringOrganization(Organization value) {
    job.hiringOrganization(value);
    return this;
  }

  public FlatPosting baseSalary(MonetaryAmount value) {
    job.baseSalary(value);
    return this;
  }

  public FlatPosting timeRequired(Duration value) {
    job.timeRequired(value);
    return this;
  }

  public FlatPosting timeAllowed(Duration value) {
    job.timeAllowed(value);
    return this;
  }

  public FlatPosting timeMeasured(Duration value) {
    job.timeMeasured(value);
    return this;
  }

  public FlatPosting totalJobOpenings(Integer value) {
    job.totalJobOpenings(value);
    return this;
  }

  public FlatPosting occupationalCategory(String value) {
    job.occupationalCategory(value);
    return this;
  }

  public FlatPosting kind(TaskKind value) {
    job.kind(value);
    return this;
  }

  public FlatPosting skills(List<String> value) {
    job.skills(value);
    return this;
  }

  public FlatPosting employmentType(String value) {
    job.employmentType(value);
    return this;
  }

  public FlatPosting jobLocation(String value) {
    job.jobLocation(value);
    return this;
  }

  public FlatPosting jobLocationType(String value) {
    job.jobLocationType(value);
    return this;
  }

  public FlatPosting applicantLocationRequirements(List<String> value) {
    job.applicantLocationRequirements(value);
    return this;
  }

  public FlatPosting ineligibleRegion(List<String> value) {
    job.ineligibleRegion(value);
    return this;
  }

  public FlatPosting restrictions(Restrictions value) {
    standing.restrictions(value);
    return this;
  }

  public FlatPosting qualifications(List<String> value) {
    job.qualifications(value);
    return this;
  }

  public FlatPosting devices(List<String> value) {
    job.devices(value);
    return this;
  }

  public FlatPosting datePosted(Instant value) {
    job.datePosted(value);
    return this;
  }

  public FlatPosting validThrough(Instant value) {
    job.validThrough(value);
    return this;
  }

  public FlatPosting reports(List<WorkReport> value) {
    job.reports(value);
    return this;
  }

  public FlatPosting platform(String value) {
    job.platform(value);
    return this;
  }

  public FlatPosting firstSeen(Instant value) {
    standing.firstSeen(value);
    return this;
  }

  public FlatPosting lastSeen(Instant value) {
    standing.lastSeen(value);
    return this;
  }

  public FlatPosting state(PostingState value) {
    standing.state(value);
    return this;
  }

  public FlatPosting stateReason(Reason value) {
    standing.stateReason(value);
    return this;
  }

  public FlatPosting reposts(Integer value) {
    standing.reposts(value);
    return this;
  }

  public FlatPosting confirmed(Boolean value) {
    standing.confirmed(value);
    return this;
  }
}
