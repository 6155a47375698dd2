package worthwhile.community;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.crawl.Web;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.posting.JobPosting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Claim;
import worthwhile.source.About;
import worthwhile.source.AboutBuilder;
import worthwhile.source.Access;
import worthwhile.source.FetchRules;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;

/** Looks for the code of a claim where only the requester can put it. */
final class ClaimProof {
  private static final int LARGEST_FILE = 64 * 1024;

  private final Web web;
  private final OwnDomains domains;

  ClaimProof(Web web, OwnDomains domains) {
    this.web = web;
    this.domains = domains;
  }

  /** What looking came to. */
  sealed interface Looked {
    /**
     * @param where it stood, as a sentence
     */
    record Found(String where) implements Looked {}

    /**
     * @param why as a sentence that says how to mend it
     */
    record Missing(String why) implements Looked {}
  }

  Looked look(Claim claim, List<RequesterId> members) {
    return switch (claim.proof()) {
      case PLATFORM -> inTasks(claim, members);
      case DOMAIN -> atDomain(claim, members);
    };
  }

  private Looked inTasks(Claim claim, List<RequesterId> members) {
    return domains.read(members).stream()
            .anyMatch(posting -> words(posting.job()).anyMatch(text -> text.contains(claim.code())))
        ? new Looked.Found("The code stood in an open task of the requester.")
        : new Looked.Missing(
            "The code stands in no open task of the requester that was read here. Put it into one,"
                + " wait until the platform has been read again, and check once more.");
  }

  private static Stream<String> words(JobPosting job) {
    Optional<String> name = Optional.ofNullable(job.hiringOrganization()).map(each -> each.name());
    return Stream.of(Optional.of(job.title()), Optional.ofNullable(job.description()), name)
        .flatMap(Optional::stream);
  }

  private Looked atDomain(Claim claim, List<RequesterId> members) {
    String domain = claim.detail().orElseThrow();
    if (!domains.of(members).contains(domain))
      return new Looked.Missing(
          "No open task of the requester names " + domain + " as hers any more.");
    URI file = URI.create("https://" + domain + Claiming.FILE);
    return switch (web.fetch(PageRequest.get(file), source(domain), Validators.NONE)) {
      case FetchOutcome.Fetched fetched -> read(claim, domain, fetched.response());
      case FetchOutcome.NotModified _ -> new Looked.Missing(file + " gave no content.");
      case FetchOutcome.Stopped(Stop stop) ->
          new Looked.Missing(
              file + " could not be read: " + stop.kind().word().replace('-', ' ') + ".");
    };
  }

  private static Looked read(Claim claim, String domain, Response answer) {
    boolean isThere =
        OwnDomains.registered(answer.url().toString()).filter(domain::equals).isPresent();
    if (!isThere)
      return new Looked.Missing(
          "The file leads to another domain. Put it at " + domain + " itself.");
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    return text.lines().map(String::strip).anyMatch(claim.code()::equals)
        ? new Looked.Found("The code stood in a file at " + domain + ".")
        : new Looked.Missing("The file has no line that is just the code.");
  }

  /** The file is a page of the domain: its robots.txt governs it. */
  private static SourceDefinition source(String domain) {
    About about =
        AboutBuilder.builder().access(Access.PUBLIC).governedBy(About.GovernedBy.ROBOTS).build();
    return SourceDefinition.ofFile(
        "claim-file",
        "File of a requester at " + domain,
        "claim-file",
        "https://" + domain + "/",
        about,
        FetchRules.ofFile(
            Duration.ofDays(1), Duration.ofSeconds(1), Duration.ofSeconds(10), LARGEST_FILE));
  }
}
