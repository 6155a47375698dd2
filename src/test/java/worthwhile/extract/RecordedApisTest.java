package worthwhile.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.Recordings;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.source.PageKind;
import worthwhile.source.Pointer;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;

/**
 * Real answers of the job interfaces, read as a person would read them. Titles are compared with
 * the recording itself, ids, dates and pay with what was read off it by eye.
 */
class RecordedApisTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static Path boards;
  private static Sources sources;

  @BeforeAll
  static void samples() {
    boards = Recordings.folder().resolve("boards");
    sources = Sources.load(Path.of("scrapers"));
  }

  @Test
  void remotive() {
    Read read = read("remotive", "remotive/remotive_2026-09.json");
    String base = "https://remotive.com/remote-jobs/";
    read.rows(
        "2091144 | "
            + base
            + "all-others/content-reviewer-united-states-2091144"
            + " | TELUS Digital | 2026-09-21T12:55:11Z | -",
        "2091141 | "
            + base
            + "design/frontend-web-application-developer-2091141"
            + " | KoboToolbox | 2026-09-18T16:43:22Z | USD 90000-105000 YEAR");
    read.titles("/jobs/*/title").clean();
    assertThat(read.items().getFirst().skills()).contains("social media", "AI/ML");
    assertThat(read.items().getLast().skills()).contains("Typescript");
    assertThat(read.items().getFirst().applicantLocationRequirements()).containsExactly("US");
    assertThat(read.items().getLast().applicantLocationRequirements())
        .containsExactly("US", "CA", "AR", "MX", "PE");
  }

  @Test
  void remoteOkHasANoticeFirstAndMisreadLetters() {
    Read read = read("remoteok", "remoteok/remoteok_2026-09.json");
    String base = "https://remoteOK.com/remote-jobs/remote-";
    read.rows(
        "1137431 | "
            + base
            + "danish-speaking-solutions-consultant-work-sofia-bulgaria-mercier-consultancy-group-1137431"
            + " | Mercier Consultancy Group | 2026-09-24T16:00:06Z | -",
        "1137429 | "
            + base
            + "mecanico-automotriz-diagnostico-y-presupuestos-workana-1137429"
            + " | Workana | 2026-09-24T00:00:07Z | -");
    read.clean();
    List<String> titles = read.texts("/*/position");
    assertThat(read.items().getFirst().title()).isEqualTo(titles.getFirst());
    String misread = titles.getLast();
    String meant =
        new String(misread.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    assertThat(read.items().getLast().title()).isEqualTo(meant).isNotEqualTo(misread);
    assertThat(read.items().getLast().description()).doesNotContain("Ã");
  }

  @Test
  void himalayas() {
    Read read = read("himalayas", "himalayas/himalayas_2026-09.json");
    String base = "https://himalayas.app/companies/";
    read.rows(
        "micro1.gmail-google-calendar-ai-assistant-evaluator | "
            + base
            + "micro1/jobs/gmail-google-calendar-ai-assistant-evaluator"
            + " | micro1 | 2026-09-26T05:38:56Z | USD 15-30 HOUR",
        "abridge.it-operations-specialist | "
            + base
            + "abridge/jobs/it-operations-specialist"
            + " | abridge | 2026-09-26T04:31:20Z | USD 100000-115000 YEAR");
    read.titles("/jobs/*/title").clean();
    assertThat(read.items())
        .allSatisfy(item -> assertThat(item.applicantLocationRequirements()).containsExactly("US"));
    assertThat(read.items().getFirst().validThrough()).isEqualTo("2026-11-25T05:38:56Z");
    assertThat(read.next()).contains(read.texts("/nextCursor").getFirst());
  }

  @Test
  void jobicy() {
    Read read = read("jobicy", "jobicy/jobicy_v2_2026-09.json");
    read.rows(
        "154087 | https://jobicy.com/jobs/154087-orioledb-developer-amer"
            + " | Supabase | 2026-09-25T20:54:07Z | -",
        "154084 | https://jobicy.com/jobs/154084-staff-engineer-full-stack-trust-safety-risk"
            + " | Phantom | 2026-09-25T20:53:54Z | USD 200000-250000 YEAR");
    read.titles("/jobs/*/jobTitle").clean();
    assertThat(read.items().getFirst().jobLocation()).isEqualTo("LATAM, Canada, USA");
  }

  @Test
  void arbeitnow() {
    Read read = read("arbeitnow", "arbeitnow/arbeitnow_2026-09.json");
    String base = "https://www.arbeitnow.com/jobs/companies/doctolib/";
    read.rows(
        "werkstudent-customer-success-berlin-berlin-72879 | "
            + base
            + "werkstudent-customer-success-berlin-berlin-72879 | Doctolib"
            + " | 2026-09-26T08:55:15Z | -",
        "senior-key-account-success-manager-berlin-berlin-316578 | "
            + base
            + "senior-key-account-success-manager-berlin-berlin-316578 | Doctolib"
            + " | 2026-09-26T08:55:15Z | -");
    read.titles("/data/*/title").clean();
    assertThat(read.items()).allSatisfy(item -> assertThat(item.jobLocationType()).isNull());
  }

  @Test
  void weWorkRemotely() {
    Read read = read("weworkremotely", "weworkremotely/wwr_programming_2026-09.rss");
    read.rows(
        "toptal-power-platform-solutions-architect |"
            + " https://weworkremotely.com/remote-jobs/toptal-power-platform-solutions-architect"
            + " | Toptal | 2026-09-10T21:30:33Z | -");
    read.clean();
    assertThat(read.items().getFirst().title()).isEqualTo("Power Platform Solutions Architect");
    assertThat(read.items().getFirst().jobLocation()).isEqualTo("North America Only");
  }

  @Test
  void freelancer() {
    Read read = read("freelancer", "freelancer/projects_active_2022-03_10.json");
    String base = "https://www.freelancer.com/projects/";
    read.rows(
        "33258357 | "
            + base
            + "excel/Enter-data-into-excel-file-33258357 | #61331320"
            + " | 2022-03-20T23:04:01Z | INR 750-1250 HOUR",
        "33258282 | "
            + base
            + "content-writing/Copywriting-33258282 | #61331191"
            + " | 2022-03-20T23:02:38Z | USD 250-750 PROJECT",
        "33258352 | "
            + base
            + "word/type-document-into-word-33258352 | #61331301"
            + " | 2022-03-20T23:02:31Z | USD 250-750 PROJECT",
        "33258348 | "
            + base
            + "data-entry/Data-entry-PDF-Word-33258348 | #61330664"
            + " | 2022-03-20T23:01:29Z | CAD 3000-5000 PROJECT",
        "33258346 | "
            + base
            + "translation/Brazilian-words-33258346 | #61331290"
            + " | 2022-03-20T23:01:02Z | USD 2-8 HOUR",
        "33258345 | "
            + base
            + "translation/Latin-translation-33258345 | #61331261"
            + " | 2022-03-20T23:00:46Z | GBP 250-750 PROJECT",
        "33258344 | "
            + base
            + "excel/Enter-data-into-Excel-File-33258344 | #61328656"
            + " | 2022-03-20T23:00:45Z | USD 8-15 HOUR",
        "33258340 | "
            + base
            + "word/Conversation-pdf-file-into-Word-33258340 | #61330664"
            + " | 2022-03-20T23:00:15Z | AUD 15-25 HOUR",
        "33258336 | "
            + base
            + "data-entry/Copy-typing-33258336 | #61331263"
            + " | 2022-03-20T22:59:07Z | USD 15-25 HOUR");
    read.titles("/result/projects/*/title").clean();
    assertThat(read.items().getFirst().skills())
        .containsExactly("Data Processing", "Data Entry", "Excel");
    assertThat(read.items()).allSatisfy(item -> assertThat(item.validThrough()).isNull());
    assertThat(read.next()).contains("offset=100");
  }

  @Test
  void greenhouse() {
    Read read = read("family:greenhouse", "greenhouse/greenhouse_vercel_2026-09.json");
    read.rows(
        "6136160004 | https://job-boards.greenhouse.io/vercel/jobs/6136160004"
            + " | Vercel | 2026-08-06T16:50:10Z | -");
    read.titles("/jobs/*/title").clean();
    assertThat(read.items().getFirst().language()).isEqualTo("en");
    assertThat(read.items().getFirst().jobLocation()).isEqualTo("Hybrid - London");
  }

  @Test
  void greenhouseInItsOlderForms() {
    String first =
        "721 | http://boards.greenhouse.io/generalassembly/jobs/721"
            + " | generalassembly | 2013-09-12T21:01:50Z | -";
    String second =
        "722 | http://boards.greenhouse.io/generalassembly/jobs/722"
            + " | generalassembly | 2013-09-12T21:01:50Z | -";
    Read jobs = read("family:greenhouse", "greenhouse/official_gem_jobs.json");
    jobs.rows(first, second);
    jobs.titles("/jobs/*/title");
    Read job = read("family:greenhouse", "greenhouse/official_gem_job.json");
    job.rows(first);
    job.titles("/title").clean();
    read("family:greenhouse", "greenhouse/official_gem_job_with_questions.json").rows(first);
    Read departments = read("family:greenhouse", "greenhouse/official_gem_departments.json");
    departments.rows(second, first);
    departments.titles("/departments/*/jobs/*/title");
    read("family:greenhouse", "greenhouse/official_gem_offices.json").rows(second, first);
  }

  @Test
  void greenhouseWithoutSuchAJob() {
    assertThat(extract("family:greenhouse", "greenhouse/official_gem_invalid_id.json", 400))
        .returns("gone", Extraction::outcome);
  }

  @Test
  void lever() {
    Read read = read("family:lever", "lever/lever_spotify_2026-09.json");
    String id = "d87833d0-fb78-4794-b45d-3fe5c8274bc8";
    read.rows(
        id
            + " | https://jobs.lever.co/spotify/"
            + id
            + " | spotify | 2026-08-27T03:43:07.805Z | -");
    read.titles("/*/text").clean();
    JobPosting item = read.items().getFirst();
    assertThat(item.jobLocation()).isEqualTo("Ho Chi Minh");
    assertThat(item.jobLocationType()).isNull();
    assertThat(item.employmentType()).isEqualTo("Short Term");
    assertThat(item.description()).contains(read.texts("/*/lists/0/text").getFirst());
  }

  @Test
  void leverWithPayByTheHour() throws IOException {
    Path file = boards.resolveSibling("platforms/shapes/lever_posting.json");
    Read read = Read.of(extract("crowdgen", file, 200), file);
    read.rows(
        "uuid | https://jobs.lever.co/appen/uuid | Appen | 2026-06-21T00:00:00Z | USD 8-14 HOUR");
    assertThat(read.items().getFirst().applicantLocationRequirements()).containsExactly("IN");
  }

  @Test
  void ashby() {
    Read read = read("family:ashby", "ashby/ashby_linear_2026-09.json");
    String id = "d3bc1ced-3ce4-4086-a050-555055dbb1ff";
    read.rows(
        id
            + " | https://jobs.ashbyhq.com/linear/"
            + id
            + " | linear | 2021-04-27T20:13:45.158Z | -");
    read.titles("/jobs/*/title").clean();
    assertThat(read.items().getFirst().jobLocationType()).isEqualTo("TELECOMMUTE");
  }

  @Test
  void ashbyWithPay() throws IOException {
    JsonNode job = JSON.readTree(text("ashby/ashby_linear_2026-09.json")).at("/jobs/0");
    JsonNode pay = JSON.readTree(text("ashby/compensation_block_ramp_2026-06.json"));
    var both = JSON.createObjectNode();
    both.putArray("jobs")
        .add(((tools.jackson.databind.node.ObjectNode) job).set("compensation", pay));
    Extraction extraction =
        extract(
            "family:ashby",
            both.toString().getBytes(StandardCharsets.UTF_8),
            "application/json",
            200);
    JobPosting item = (JobPosting) ((Extraction.Items) extraction).items().getFirst();
    assertThat(pay(item.baseSalary())).isEqualTo("USD 211400-290600 YEAR");
  }

  @Test
  void workableRepeatsAJobForEachPlace() {
    Read read = read("family:workable", "workable/workable_widget_starling_2026-07.json");
    read.rows(
        "0DA49B0B28 | https://apply.workable.com/j/0DA49B0B28 | Starling | 2026-07-08T00:00:00Z | -");
    assertThat(read.items().getFirst().title()).isEqualTo(read.texts("/jobs/0/title").getFirst());
    assertThat(read.items().getFirst().jobLocation()).contains("Manchester").contains("Cardiff");
    read.clean();
  }

  @Test
  void smartRecruiters() {
    Read read =
        read("family:smartrecruiters", "smartrecruiters/smartrecruiters_ubisoft_2026-09.json");
    String base = "https://jobs.smartrecruiters.com/Ubisoft2/";
    read.rows(
        "744000151912444 | " + base + "744000151912444 | Ubisoft | 2026-09-25T18:18:52.891Z | -",
        "744000151872065 | " + base + "744000151872065 | Ubisoft | 2026-09-25T14:49:00.552Z | -");
    read.titles("/content/*/name");
    assertThat(read.items()).extracting(JobPosting::language).containsExactly("fr", "fr");
    assertThat(read.extraction().details()).hasSize(2);
    assertThat(read.next()).contains("offset=100");
  }

  @Test
  void recruitee() {
    Read read = read("family:recruitee", "recruitee/recruitee_channable_2026-09.json");
    read.rows(
        "2751915 |"
            + " https://jobs.channable.com/o/customer-success-manager-benelux-dutch-speaking-3"
            + " | Channable | 2026-09-18T13:27:28Z | EUR 3750-5250 MONTH");
    read.titles("/offers/*/title").clean();
    assertThat(read.items().getFirst().jobLocation()).isEqualTo("Utrecht, Utrecht, Netherlands");
  }

  // --- reading

  /** What came of one recording. */
  private record Read(Extraction.Items extraction, Path file) {
    static Read of(Extraction extraction, Path file) {
      assertThat(extraction).as(file.toString()).isInstanceOf(Extraction.Items.class);
      Extraction.Items items = (Extraction.Items) extraction;
      assertThat(items.rejected()).isEmpty();
      return new Read(items, file);
    }

    List<JobPosting> items() {
      return extraction.items().stream().map(JobPosting.class::cast).toList();
    }

    String next() {
      return extraction.next().map(request -> request.url().toString()).orElse("");
    }

    /** Identifier, link, requester, day and pay of every row. */
    void rows(String... expected) {
      assertThat(items().stream().map(RecordedApisTest::row)).containsExactly(expected);
    }

    /** The titles are those of the recording. */
    Read titles(String pointer) {
      assertThat(items().stream().map(JobPosting::title)).containsExactlyElementsOf(texts(pointer));
      return this;
    }

    /** Texts in the recording, white space folded. */
    List<String> texts(String pointer) {
      try {
        return Pointer.of(pointer).all(JSON.readTree(Recordings.text(file, UTF_8))).stream()
            .map(node -> node.asString().strip().replaceAll("\\s+", " "))
            .toList();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    /** Descriptions hold neither markup nor entities; one that was cut in its markup is absent. */
    void clean() {
      assertThat(items()).anySatisfy(item -> assertThat(item.description()).isNotBlank());
      assertThat(items().stream().map(JobPosting::description).filter(Objects::nonNull))
          .allSatisfy(
              text ->
                  assertThat(text)
                      .isNotBlank()
                      .doesNotContainPattern("</?[a-z][^>]*>")
                      .doesNotContainPattern("&(?:[a-z]{2,8}|#x?[0-9a-fA-F]+);"));
    }
  }

  private static String row(JobPosting item) {
    return Stream.of(
            item.identifier(),
            item.url(),
            requester(item.hiringOrganization()),
            item.datePosted().toString(),
            pay(item.baseSalary()))
        .reduce((a, b) -> a + " | " + b)
        .orElseThrow();
  }

  private static String requester(Organization organization) {
    if (organization == null) return "-";
    return organization.name() == null ? "#" + organization.identifier() : organization.name();
  }

  private static String pay(MonetaryAmount pay) {
    if (pay == null) return "-";
    return pay.currency()
        + " "
        + pay.minValue().stripTrailingZeros().toPlainString()
        + "-"
        + pay.maxValue().stripTrailingZeros().toPlainString()
        + " "
        + pay.unitText();
  }

  private static Read read(String source, String file) {
    return Read.of(extract(source, file, 200), boards.resolve(file));
  }

  private static Extraction extract(String source, String file, int status) {
    return extract(source, boards.resolve(file), status);
  }

  private static Extraction extract(String source, Path file, int status) {
    try {
      String type = file.toString().endsWith(".json") ? "application/json" : "application/xml";
      return extract(source, Recordings.bytes(file), type, status);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(String file) throws IOException {
    return Recordings.text(boards.resolve(file), UTF_8);
  }

  private static Extraction extract(String source, byte[] body, String type, int status) {
    SourceDefinition definition = definition(source).orElseThrow();
    Response response =
        new Response(
            URI.create("https://api.example/list"),
            status,
            Map.of("content-type", type),
            body,
            Instant.parse("2026-09-27T00:00:00Z"));
    return Extractor.extract(definition, new PageKind.Listing(), ParsedPage.of(response));
  }

  private static Optional<SourceDefinition> definition(String source) {
    return source.startsWith("family:")
        ? sources.family(source.substring("family:".length()), Map.of())
        : sources.byId(source);
  }
}
