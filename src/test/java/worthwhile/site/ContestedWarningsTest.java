package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import worthwhile.account.Role;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Warning;

/** People raise warnings, and have those withdrawn that are wrong. */
class ContestedWarningsTest extends ModerationScene {
  private static final String WARNED = "kleinarbeit:trap";
  private static final String LURE =
      "Before you can withdraw, deposit 50 USDT to clear the negative balance of your account.";

  @BeforeEach
  void offer() {
    read(LURE);
  }

  private void read(String description) {
    JobPosting job =
        JobPosting.builder("kleinarbeit", "kleinarbeit", "trap")
            .title("Tell traps from honest offers")
            .description(description)
            .hiringOrganization(new Organization("Otter Lab", "r-17", null))
            .build();
    fixture.tail.take(
        Batch.Rows.of("kleinarbeit", open.time.instant())
            .outcome(RunOutcome.Read.PARTIAL)
            .items(List.of(job))
            .build());
  }

  private List<Warning> warnings(String id) {
    return fixture.store.postings().byId(id).orElseThrow().assessment().warnings();
  }

  private Optional<Warning> byPeople(String id) {
    return warnings(id).stream().filter(each -> each.by() == Warning.By.COMMUNITY).findFirst();
  }

  private String flagged(Member by) {
    return made(by, "/flags", "about", "posting:" + TASK, "kind", "fee-asked")
        .path("case")
        .asString();
  }

  @Test
  void oneReportIsANoteAndThreeOfMembersOfSomeAgeAreACaution() {
    made(null, "/flags", "about", "posting:" + TASK, "kind", "fee-asked");
    Warning first = byPeople(TASK).orElseThrow();
    assertThat(first.severity()).isEqualTo(Warning.Severity.NOTE);
    assertThat(first.code()).isEqualTo("reported");
    assertThat(first.text())
        .isEqualTo("Somebody reported: it asks for money before work. Nobody has judged it yet");
    for (Member each : List.of(worker, second, moderator)) flagged(each);
    assertThat(byPeople(TASK).orElseThrow().severity())
        .as("young accounts are easily made")
        .isEqualTo(Warning.Severity.NOTE);
    open.time.move(Duration.ofDays(8));
    flagged(member("late"));
    assertThat(byPeople(TASK).orElseThrow().severity()).isEqualTo(Warning.Severity.CAUTION);
    assertThat(fixture.get("/tasks/" + TASK).body()).contains("people reported: it asks for money");
  }

  @Test
  void whatTwoPeopleAgreeWithIsADangerAndEndsWhenOthersDoNot() {
    provesToBeRequester(boss);
    String id = flagged(worker);
    vote(second, id, "uphold");
    vote(moderator, id, "uphold");
    Warning upheld = byPeople(TASK).orElseThrow();
    assertThat(upheld.code()).isEqualTo("report-upheld");
    assertThat(upheld.severity()).isEqualTo(Warning.Severity.DANGER);
    assertThat(get(null, "/warnings?by=community").path("total").asInt()).isEqualTo(1);
    String appeal =
        made(boss, "/appeals", "case", id, "reason", "We ask for nothing").path("id").asString();
    vote(member("olga", Role.MODERATOR), appeal, "uphold");
    vote(member("otto"), appeal, "uphold");
    assertThat(byPeople(TASK)).isEmpty();
  }

  @Test
  void reportsThatAreDismissedWarnNobody() {
    String id = flagged(worker);
    vote(second, id, "dismiss");
    vote(moderator, id, "dismiss");
    assertThat(byPeople(TASK)).isEmpty();
  }

  @Test
  void aWrongWarningIsWithdrawnByTwoPeopleAndStaysWithdrawn() {
    assertThat(warnings(WARNED)).extracting(Warning::code).contains("pay-to-withdraw");
    assertThat(status(worker, "/disputes", "about", "posting:" + TASK, "reason", "no"))
        .as("nothing to dispute")
        .isEqualTo(409);
    String id =
        made(worker, "/disputes", "about", "posting:" + WARNED, "reason", "It quotes a scam")
            .path("id")
            .asString();
    assertThat(status(worker, "/disputes", "about", "posting:" + WARNED, "reason", "Again"))
        .isEqualTo(409);
    assertThat(
            status(
                worker,
                "/moderation/" + id + "/votes",
                "vote",
                "uphold",
                "rule",
                "report-is-right",
                "reason",
                "mine"))
        .as("who asks does not judge")
        .isEqualTo(403);
    vote(second, id, "uphold");
    assertThat(warnings(WARNED)).isNotEmpty();
    vote(moderator, id, "uphold");
    assertThat(warnings(WARNED)).isEmpty();
    assertThat(actions()).startsWith("warning-withdrawn").contains("warning-disputed");
    var withdrawn = get(null, "/warnings/withdrawn").path("items").path(0);
    assertThat(withdrawn.path("posting").asString()).isEqualTo(WARNED);
    assertThat(withdrawn.path("why").asString()).isEqualTo("two people found it wrong");
    assertThat(fixture.get("/warnings/withdrawn").body()).contains("two people found it wrong");
    read(LURE + " Say which of the lines above is a trap.");
    assertThat(warnings(WARNED)).as("read again").isEmpty();
    assertThat(fixture.store.postings().history(WARNED))
        .anyMatch(row -> row.what().equals("cleared"));
    read(LURE + " Send a photo of your passport and your online banking password to start.");
    assertThat(warnings(WARNED))
        .as("what was not judged is said")
        .extracting(Warning::code)
        .contains("credentials")
        .doesNotContain("pay-to-withdraw");
  }

  @Test
  void twoPeopleJudgeTheSameWords() {
    read("A study about frauds. Would you believe this? " + LURE);
    String id =
        made(worker, "/disputes", "about", "posting:" + WARNED, "reason", "It quotes a scam")
            .path("id")
            .asString();
    vote(moderator, id, "uphold");
    Person sam = open.somebody().with("Authorization", "Bearer " + second.token());
    String page = sam.get("/moderation/" + id).body();
    Matcher shown = Pattern.compile("name=\"words\" value=\"([^\"]+)\"").matcher(page);
    assertThat(shown.find()).isTrue();
    read("New owner. " + LURE);
    String[] uphold = {"vote", "uphold", "rule", "insult", "reason", "A study", "words", ""};
    uphold[7] = shown.group(1);
    assertThat(sam.post("/moderation/" + id + "/votes", uphold).body())
        .as("a page of before")
        .contains("says something else since");
    assertThat(vote(second, id, "uphold").path("state").asString())
        .as("the first one judged other words")
        .isEqualTo("open");
    assertThat(warnings(WARNED)).extracting(Warning::code).contains("pay-to-withdraw");
    assertThat(actions()).contains("words-changed");
    vote(moderator, id, "uphold");
    assertThat(warnings(WARNED)).isEmpty();
  }

  @Test
  void aWithdrawnWarningIsSaidAgainWhenThePostingSaysSomethingElse() {
    String quoted = "A study about frauds, 12 places left. Would you believe this? " + LURE;
    read(quoted);
    withdrawn(worker);
    for (String same : List.of(quoted, quoted.replace("12", "11"), quoted.toUpperCase(Locale.ROOT)))
      assertSaid(same).doesNotContain("pay-to-withdraw");
    assertSaid("New owner. " + LURE + " Send it to our wallet first, then work starts.")
        .as("other words")
        .contains("pay-to-withdraw");
    assertSaid(quoted).as("the words that were judged").doesNotContain("pay-to-withdraw");
    assertSaid(quoted + " Real work now: " + LURE).as("what is added").contains("pay-to-withdraw");
    read("New owner. " + LURE);
    withdrawn(boss);
    assertSaid("New owner. " + LURE).as("judged once more").doesNotContain("pay-to-withdraw");
  }

  private ListAssert<String> assertSaid(String description) {
    read(description);
    return assertThat(warnings(WARNED).stream().map(Warning::code).toList());
  }

  /** Two people find wrong what is warned of it now. */
  private void withdrawn(Member by) {
    assertThat(warnings(WARNED)).extracting(Warning::code).contains("pay-to-withdraw");
    String id =
        made(by, "/disputes", "about", "posting:" + WARNED, "reason", "It quotes a scam")
            .path("id")
            .asString();
    vote(second, id, "uphold");
    vote(moderator, id, "uphold");
    assertThat(warnings(WARNED)).isEmpty();
  }

  @Test
  void whoIsNotAgreedWithAsksOthers() {
    String id =
        made(worker, "/disputes", "about", "posting:" + WARNED, "reason", "It quotes a scam")
            .path("id")
            .asString();
    vote(second, id, "dismiss");
    vote(moderator, id, "dismiss");
    assertThat(warnings(WARNED)).isNotEmpty();
    String appeal =
        made(worker, "/appeals", "case", id, "reason", "Look again").path("id").asString();
    vote(member("olga", Role.MODERATOR), appeal, "uphold");
    vote(member("otto"), appeal, "uphold");
    assertThat(warnings(WARNED)).isEmpty();
  }

  @Test
  void whoLostADisputeDisputesWhatOtherWordsAreWarnedOf() {
    String about = "posting:" + WARNED;
    String id = made(worker, "/disputes", "about", about, "reason", "Quoted").path("id").asString();
    read("Other words while it waits. " + LURE);
    assertThat(status(worker, "/disputes", "about", about, "reason", "It waits")).isEqualTo(409);
    vote(second, id, "dismiss");
    vote(moderator, id, "dismiss");
    assertThat(status(worker, "/disputes", "about", about, "reason", "Same words")).isEqualTo(409);
    read("A study about frauds. Would you believe this? " + LURE);
    withdrawn(worker);
    read("New owner. " + LURE);
    withdrawn(worker);
  }
}
