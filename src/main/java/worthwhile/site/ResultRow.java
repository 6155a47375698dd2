package worthwhile.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.search.SearchResult;

/**
 * One posting in a list.
 *
 * @param posting what is known
 * @param titleHtml the title as safe HTML, matches marked
 * @param snippetHtml the best piece of the description as safe HTML; empty if none
 * @param platform name of the platform
 * @param elsewhere the same work on other platforms
 * @param now when the list was made
 */
record ResultRow(
    JobPosting posting,
    String titleHtml,
    String snippetHtml,
    String platform,
    List<Elsewhere> elsewhere,
    Instant now) {
  /** The same work under another id. */
  record Elsewhere(String platform, String url) {}

  static ResultRow of(
      SearchResult.Hit hit,
      Map<String, JobPosting> duplicates,
      SiteInstance instance,
      Instant now) {
    JobPosting posting = hit.posting();
    List<Elsewhere> elsewhere =
        posting.duplicates().stream()
            .map(duplicates::get)
            .filter(other -> other != null && other.state() != PostingState.CLOSED)
            .map(other -> elsewhere(other, instance))
            .toList();
    return new ResultRow(
        posting,
        hit.titleHtml(),
        hit.snippetHtml(),
        instance.platformName(posting.platform()),
        elsewhere,
        now);
  }

  static Elsewhere elsewhere(JobPosting other, SiteInstance instance) {
    return new Elsewhere(instance.platformName(other.platform()), Urls.task(other.id()));
  }

  String url() {
    return Urls.task(posting.id());
  }

  Optional<String> source() {
    return Urls.web(posting.url());
  }

  /** When it was published; where that is not known, when it was first seen. */
  Optional<Instant> dated() {
    return Optional.ofNullable(
        posting.datePosted() != null ? posting.datePosted() : posting.firstSeen());
  }

  /** The requester's name. */
  Optional<String> requester() {
    return Optional.ofNullable(posting.hiringOrganization())
        .map(organization -> organization.name());
  }

  /** The requester's other work. */
  String requesterUrl() {
    return Urls.of("/", Map.of("requester", List.of(requester().orElse(""))));
  }
}
