package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPosting;
import worthwhile.source.read.Sources;

/** Hybrid work is not remote, whatever flag stands beside it, and further places count. */
class RemoteOrNotTest {
  private static final Sources SOURCES = Sources.load(Path.of("scrapers"));

  private static JobPosting read(String family, String parameter, String body) {
    var source = SOURCES.family(family, Map.of(parameter, "mill")).orElseThrow();
    return Pages.job(Pages.json(source, body.replace('\'', '"')));
  }

  private static JobPosting ashby(String more) {
    return read(
        "ashby",
        "board",
        """
        {'jobs': [{'id': 'a', 'title': 'Writer', 'jobUrl': 'https://jobs.ashbyhq.com/mill/a',
          'publishedAt': '2026-11-10T08:00:00Z', 'location': 'Berlin', %s}]}"""
            .formatted(more));
  }

  @Test
  void ashbysKindOfWorkplaceOutweighsItsFlag() {
    assertThat(ashby("'isRemote': true, 'workplaceType': 'Hybrid'").jobLocationType()).isNull();
    assertThat(ashby("'isRemote': true, 'workplaceType': 'OnSite'").jobLocationType()).isNull();
    assertThat(ashby("'isRemote': true").jobLocationType()).isEqualTo("TELECOMMUTE");
    assertThat(ashby("'workplaceType': 'Remote'").jobLocationType()).isEqualTo("TELECOMMUTE");
  }

  @Test
  void ashbysFurtherPlacesCount() {
    String address = "'address': {'postalAddress': {'addressCountry': '%s'}}";
    JobPosting job =
        ashby(
            "'isRemote': true, %s, 'secondaryLocations': [{'location': 'Warsaw', %s}, {'location': 'Oslo', %s}]"
                .formatted(
                    address.formatted("Germany"),
                    address.formatted("Poland"),
                    address.formatted("Norway")));
    assertThat(job.applicantLocationRequirements()).containsExactly("DE", "PL", "NO");
    assertThat(job.jobLocation()).isEqualTo("Berlin; Warsaw; Oslo");
    JobPosting onSite = ashby("'isRemote': false, " + address.formatted("Germany"));
    assertThat(onSite.applicantLocationRequirements()).isEmpty();
    assertThat(onSite.jobLocation()).isEqualTo("Berlin");
  }

  private static JobPosting recruitee(String more) {
    return read(
        "recruitee",
        "company",
        """
        {'offers': [{'id': 1, 'title': 'Writer', 'careers_url': 'https://mill.recruitee.com/o/w',
          'published_at': '2026-11-10 08:00:00 UTC', 'country': 'Poland', %s}]}"""
            .formatted(more));
  }

  @Test
  void recruitee() {
    JobPosting remote = recruitee("'remote': true, 'hybrid': false, 'on_site': false");
    assertThat(remote.jobLocationType()).isEqualTo("TELECOMMUTE");
    assertThat(remote.applicantLocationRequirements()).containsExactly("PL");
    JobPosting hybrid = recruitee("'remote': true, 'hybrid': true");
    assertThat(hybrid.jobLocationType()).isNull();
    assertThat(hybrid.applicantLocationRequirements()).isEmpty();
    assertThat(recruitee("'remote': true, 'on_site': true").jobLocationType()).isNull();
  }

  private static JobPosting smartRecruiters(String location) {
    return read(
        "smartrecruiters",
        "company",
        """
        {'content': [{'id': '1', 'name': 'Writer', 'company': {'identifier': 'mill'},
          'releasedDate': '2026-11-10T08:00:00Z', 'location': {'country': 'Poland', %s}}]}"""
            .formatted(location));
  }

  @Test
  void smartRecruiters() {
    assertThat(smartRecruiters("'remote': true, 'hybrid': false").jobLocationType())
        .isEqualTo("TELECOMMUTE");
    JobPosting hybrid = smartRecruiters("'remote': true, 'hybrid': true");
    assertThat(hybrid.jobLocationType()).isNull();
    assertThat(hybrid.applicantLocationRequirements()).isEmpty();
  }

  private static JobPosting workable(String more) {
    return read(
        "workable",
        "account",
        """
        {'name': 'Mill', 'jobs': [{'shortcode': 'A', 'title': 'Writer', 'url': 'https://apply.workable.com/j/A',
          'published_on': '2026-11-10', 'country': 'Poland', %s}]}"""
            .formatted(more));
  }

  @Test
  void workable() {
    assertThat(workable("'telecommuting': true").jobLocationType()).isEqualTo("TELECOMMUTE");
    JobPosting hybrid = workable("'telecommuting': true, 'workplace': 'hybrid'");
    assertThat(hybrid.jobLocationType()).isNull();
    assertThat(hybrid.applicantLocationRequirements()).isEmpty();
    assertThat(workable("'telecommuting': true, 'workplace_type': 'on_site'").jobLocationType())
        .isNull();
  }

  @Test
  void leversFurtherPlacesCount() {
    JobPosting job =
        read(
            "lever",
            "site",
            """
            [{'id': 'a', 'text': 'Writer', 'hostedUrl': 'https://jobs.lever.co/mill/a', 'createdAt': 1790000000000,
              'country': 'DE', 'workplaceType': 'remote',
              'categories': {'location': 'Berlin', 'allLocations': ['Berlin', 'Remote - Poland']}}]""");
    assertThat(job.applicantLocationRequirements()).containsExactly("DE", "PL");
  }
}
