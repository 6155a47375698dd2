package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One offer of work (schema.org {@code JobPosting}).
 *
 * <p>Text is plain and clean, money exact; null or an empty list means unknown.
 *
 * @param id the source's id and the identifier, joined by a colon
 * @param source id of the source it was read from
 * @param platform id of the platform that the source belongs to
 * @param identifier the posting's id within its source
 * @param url where a worker finds it
 * @param title plain text
 * @param description plain text; null if the source gives none
 * @param language ISO 639-1 code of title and description; null if not certain
 * @param hiringOrganization the requester; null if not known
 * @param baseSalary pay as stated; null if none is stated
 * @param timeRequired time needed as stated by the platform or requester; null if not stated
 * @param timeAllowed time limit; no evidence of time needed
 * @param timeMeasured time that the platform itself measured, on the average of who finished; null
 *     if it publishes none
 * @param totalJobOpenings places or assignments left; null if not known
 * @param occupationalCategory a category of {@code index/categories.yml}, else the source's own
 *     word
 * @param skills as the source names them
 * @param employmentType as the source names it
 * @param jobLocation place as the source names it; null if not stated
 * @param jobLocationType {@code TELECOMMUTE} if it can be done from anywhere that the requirements
 *     allow
 * @param applicantLocationRequirements ISO 3166-1 codes of who may do it; empty if not stated
 * @param qualifications what a worker must have, one sentence each
 * @param datePosted when it was published; null if not known
 * @param validThrough when it ends; null if not known
 * @param firstSeen when this instance first saw it; null before intake
 * @param lastSeen when this instance last saw it; null before intake
 * @param state where it stands; null before intake unless the source itself says closed or
 *     evergreen
 * @param stateReason why it is missing or closed; null otherwise
 * @param reposts how often it came back after it had closed; null if never
 * @param duplicates ids of the same work on other sources
 * @param confirmed for a posting that workers' browsers forwarded: whether two different workers
 *     saw it; null for one that was read from its source
 * @param reports what people say it took
 * @param pay what it pays per hour; null if that is not known
 */
@JsonPropertyOrder({
  "id",
  "source",
  "platform",
  "identifier",
  "url",
  "title",
  "description",
  "language",
  "hiringOrganization",
  "baseSalary",
  "timeRequired",
  "timeAllowed",
  "timeMeasured",
  "totalJobOpenings",
  "occupationalCategory",
  "skills",
  "employmentType",
  "jobLocation",
  "jobLocationType",
  "applicantLocationRequirements",
  "qualifications",
  "datePosted",
  "validThrough",
  "firstSeen",
  "lastSeen",
  "state",
  "stateReason",
  "reposts",
  "duplicates",
  "confirmed",
  "reports",
  "pay"
})
public record JobPosting(
    String id,
    String source,
    String platform,
    String identifier,
    String url,
    String title,
    String description,
    String language,
    Organization hiringOrganization,
    MonetaryAmount baseSalary,
    Duration timeRequired,
    Duration timeAllowed,
    Duration timeMeasured,
    Integer totalJobOpenings,
    String occupationalCategory,
    List<String> skills,
    String employmentType,
    String jobLocation,
    String jobLocationType,
    List<String> applicantLocationRequirements,
    List<String> qualifications,
    Instant datePosted,
    Instant validThrough,
    Instant firstSeen,
    Instant lastSeen,
    PostingState state,
    Reason stateReason,
    Integer reposts,
    List<String> duplicates,
    Boolean confirmed,
    List<WorkReport> reports,
    Pay pay)
    implements Item {
  public JobPosting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(title, "title");
    if (totalJobOpenings != null && totalJobOpenings < 0)
      throw new IllegalArgumentException("totalJobOpenings must not be negative");
    skills = skills == null ? List.of() : List.copyOf(skills);
    applicantLocationRequirements =
        applicantLocationRequirements == null
            ? List.of()
            : List.copyOf(applicantLocationRequirements);
    qualifications = qualifications == null ? List.of() : List.copyOf(qualifications);
    duplicates = duplicates == null ? List.of() : List.copyOf(duplicates);
    reports = reports == null ? List.of() : List.copyOf(reports);
  }

  /** A builder that starts with everything unknown. */
  public static Builder builder(String source, String platform, String identifier) {
    Builder builder = new Builder();
    builder.id = source + ":" + identifier;
    builder.source = source;
    builder.platform = platform;
    builder.identifier = identifier;
    return builder;
  }

  /** A builder that starts with what this posting says. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = id;
    builder.source = source;
    builder.platform = platform;
    builder.identifier = identifier;
    builder.url = url;
    builder.title = title;
    builder.description = description;
    builder.language = language;
    builder.hiringOrganization = hiringOrganization;
    builder.baseSalary = baseSalary;
    builder.timeRequired = timeRequired;
    builder.timeAllowed = timeAllowed;
    builder.timeMeasured = timeMeasured;
    builder.totalJobOpenings = totalJobOpenings;
    builder.occupationalCategory = occupationalCategory;
    builder.skills = skills;
    builder.employmentType = employmentType;
    builder.jobLocation = jobLocation;
    builder.jobLocationType = jobLocationType;
    builder.applicantLocationRequirements = applicantLocationRequirements;
    builder.qualifications = qualifications;
    builder.datePosted = datePosted;
    builder.validThrough = validThrough;
    builder.firstSeen = firstSeen;
    builder.lastSeen = lastSeen;
    builder.state = state;
    builder.stateReason = stateReason;
    builder.reposts = reposts;
    builder.duplicates = duplicates;
    builder.confirmed = confirmed;
    builder.reports = reports;
    builder.pay = pay;
    return builder;
  }

  /** Collects the components; null and empty mean unknown. */
  public static final class Builder {
    private String id;
    private String source;
    private String platform;
    private String identifier;
    private String url;
    private String title;
    private String description;
    private String language;
    private Organization hiringOrganization;
    private MonetaryAmount baseSalary;
    private Duration timeRequired;
    private Duration timeAllowed;
    private Duration timeMeasured;
    private Integer totalJobOpenings;
    private String occupationalCategory;
    private List<String> skills;
    private String employmentType;
    private String jobLocation;
    private String jobLocationType;
    private List<String> applicantLocationRequirements;
    private List<String> qualifications;
    private Instant datePosted;
    private Instant validThrough;
    private Instant firstSeen;
    private Instant lastSeen;
    private PostingState state;
    private Reason stateReason;
    private Integer reposts;
    private List<String> duplicates;
    private Boolean confirmed;
    private List<WorkReport> reports;
    private Pay pay;

    private Builder() {}

    public Builder platform(String value) {
      platform = value;
      return this;
    }

    public Builder url(String value) {
      url = value;
      return this;
    }

    public Builder title(String value) {
      title = value;
      return this;
    }

    public Builder description(String value) {
      description = value;
      return this;
    }

    public Builder language(String value) {
      language = value;
      return this;
    }

    public Builder hiringOrganization(Organization value) {
      hiringOrganization = value;
      return this;
    }

    public Builder baseSalary(MonetaryAmount value) {
      baseSalary = value;
      return this;
    }

    public Builder timeRequired(Duration value) {
      timeRequired = value;
      return this;
    }

    public Builder timeAllowed(Duration value) {
      timeAllowed = value;
      return this;
    }

    public Builder timeMeasured(Duration value) {
      timeMeasured = value;
      return this;
    }

    public Builder totalJobOpenings(Integer value) {
      totalJobOpenings = value;
      return this;
    }

    public Builder occupationalCategory(String value) {
      occupationalCategory = value;
      return this;
    }

    public Builder skills(List<String> value) {
      skills = value;
      return this;
    }

    public Builder employmentType(String value) {
      employmentType = value;
      return this;
    }

    public Builder jobLocation(String value) {
      jobLocation = value;
      return this;
    }

    public Builder jobLocationType(String value) {
      jobLocationType = value;
      return this;
    }

    public Builder applicantLocationRequirements(List<String> value) {
      applicantLocationRequirements = value;
      return this;
    }

    public Builder qualifications(List<String> value) {
      qualifications = value;
      return this;
    }

    public Builder datePosted(Instant value) {
      datePosted = value;
      return this;
    }

    public Builder validThrough(Instant value) {
      validThrough = value;
      return this;
    }

    public Builder firstSeen(Instant value) {
      firstSeen = value;
      return this;
    }

    public Builder lastSeen(Instant value) {
      lastSeen = value;
      return this;
    }

    public Builder state(PostingState value) {
      state = value;
      return this;
    }

    public Builder stateReason(Reason value) {
      stateReason = value;
      return this;
    }

    public Builder reposts(Integer value) {
      reposts = value;
      return this;
    }

    public Builder duplicates(List<String> value) {
      duplicates = value;
      return this;
    }

    public Builder confirmed(Boolean value) {
      confirmed = value;
      return this;
    }

    public Builder reports(List<WorkReport> value) {
      reports = value;
      return this;
    }

    public Builder pay(Pay value) {
      pay = value;
      return this;
    }

    public JobPosting build() {
      return new JobPosting(
          id,
          source,
          platform,
          identifier,
          url,
          title,
          description,
          language,
          hiringOrganization,
          baseSalary,
          timeRequired,
          timeAllowed,
          timeMeasured,
          totalJobOpenings,
          occupationalCategory,
          skills,
          employmentType,
          jobLocation,
          jobLocationType,
          applicantLocationRequirements,
          qualifications,
          datePosted,
          validThrough,
          firstSeen,
          lastSeen,
          state,
          stateReason,
          reposts,
          duplicates,
          confirmed,
          reports,
          pay);
    }
  }
}
