package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One offer of work in its source's words (schema.org {@code JobPosting}). It is not touched after
 * extraction and normalisation: how it stands here and what we make of it are kept beside it, in a
 * {@link Posting}.
 *
 * <p>Text is plain and clean, money exact; null or an empty list means unknown.
 *
 * @param id the source's id and the identifier, joined by a colon
 * @param source id of the source it was read from
 * @param platform id of the platform that the source belongs to
 * @param identifier the posting's id within its source
 * @param url where a worker finds it; null if not known, or if the address given is one of those
 *     that {@link WebLink} leaves out
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
 * @param kind what taking it on means for a worker; null before intake where the source says
 *     nothing
 * @param skills as the source names them
 * @param employmentType as the source names it
 * @param jobLocation place as the source names it; null if not stated
 * @param jobLocationType {@code TELECOMMUTE} if it can be done from anywhere that the requirements
 *     allow
 * @param applicantLocationRequirements ISO 3166-1 codes of who may do it; empty if not stated
 * @param ineligibleRegion ISO 3166-1 codes of where it may not be done from; empty if not stated
 * @param qualifications what a worker must have, one sentence each
 * @param devices words of {@link TaskDevice}: those it can be done with and what is needed beside
 *     them; empty if not stated
 * @param datePosted when it was published; null if not known
 * @param validThrough when it ends; null if not known
 * @param state what the source itself says of it, closed or evergreen; null if it says nothing.
 *     Where it stands for us is its {@link Standing}
 * @param stateReason why it is closed, in the source's words; null if it does not say
 * @param reports what people say it took
 */
@RecordBuilder
public record JobPosting(
    String id,
    String source,
    String platform,
    String identifier,
    @Nullable String url,
    String title,
    @Nullable String description,
    @Nullable String language,
    @Nullable Organization hiringOrganization,
    @Nullable MonetaryAmount baseSalary,
    @Nullable Duration timeRequired,
    Duration timeAllowed,
    @Nullable Duration timeMeasured,
    @Nullable Integer totalJobOpenings,
    String occupationalCategory,
    @Nullable TaskKind kind,
    List<String> skills,
    String employmentType,
    @Nullable String jobLocation,
    String jobLocationType,
    List<String> applicantLocationRequirements,
    List<String> ineligibleRegion,
    List<String> qualifications,
    List<String> devices,
    @Nullable Instant datePosted,
    @Nullable Instant validThrough,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable PostingState state,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Reason stateReason,
    List<WorkReport> reports)
    implements Item {
  /** Characters that an id may have: what is longer is a text that was taken for one. */
  public static final int LONGEST_ID = 400;

  public JobPosting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(title, "title");
    url = WebLink.honest(url);
    if (totalJobOpenings != null && totalJobOpenings < 0)
      throw new IllegalArgumentException("totalJobOpenings must not be negative");
    skills = skills == null ? List.of() : List.copyOf(skills);
    applicantLocationRequirements =
        applicantLocationRequirements == null
            ? List.of()
            : List.copyOf(applicantLocationRequirements);
    ineligibleRegion = ineligibleRegion == null ? List.of() : List.copyOf(ineligibleRegion);
    qualifications = qualifications == null ? List.of() : List.copyOf(qualifications);
    devices = devices == null ? List.of() : TaskDevice.words(devices);
    reports = reports == null ? List.of() : List.copyOf(reports);
  }

  /** A builder that starts with everything unknown. */
  public static JobPostingBuilder builder(
      String source, @Nullable String platform, String identifier) {
    return JobPostingBuilder.builder()
        .id(source + ":" + identifier)
        .source(source)
        .platform(platform)
        .identifier(identifier);
  }

  /** Why its own id or its requester's can be none; absent if both can. */
  public Optional<String> faultOfIds() {
    String requester = hiringOrganization == null ? null : hiringOrganization.identifier();
    return faultOfId("its identifier", identifier)
        .or(() -> faultOfId("its requester's identifier", requester));
  }

  private static Optional<String> faultOfId(String what, @Nullable String id) {
    if (id == null || id.length() <= LONGEST_ID) return Optional.empty();
    String most = " characters; an id has at most " + LONGEST_ID;
    return Optional.of(what + " has " + id.length() + most);
  }

  /** A builder that starts with what this posting says. */
  public JobPostingBuilder toBuilder() {
    return JobPostingBuilder.builder(this);
  }
}
