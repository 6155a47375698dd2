package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.community.BurstWatch;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;

/**
 * Reports, claims, replies, disputes, votes and appeals by tokens, and what must not be possible.
 */
class ModerationSiteTest {
  private static final String TASK = "kleinarbeit:task-70";
  private static final String REQUESTER = "kleinarbeit:r-17";

  @TempDir Path folder;
  private OpenInstance open;
  private SiteFixture fixture;
  private Accounts accounts;
  private Member worker;
  private Member second;
  private Member boss;
  private Member moderator;

  /** Somebody with an account and a token for everything. */
  record Member(Account account, String token) {}

  @BeforeEach
  void start() {
    open = new OpenInstance(folder);
    fixture = open.fixture;
    accounts = new Accounts(fixture.store, open.time);
    fixture.add(List.of(task("Count the shelves")));
    worker = member("wanda");
    second = member("sam");
    boss = member("bert");
    moderator = member("mona", Role.MODERATOR);
  }

  @AfterEach
  void stop() {
    open.close();
  }

  private static worthwhile.posting.Posting task(String title) {
    return FlatPosting.of(TestPostings.plain(70))
        .title(title)
        .hiringOrganization(
            new Organization("Otter Lab", "r-17", "https://lab.otter.example/people"))
        .build();
  }

  private Member member(String name, Role... roles) {
    Accounts.Joined joined = accounts.join(new Accounts.Wish(name, Optional.empty(), false));
    Account account = ((Accounts.Joined.In) joined).account();
    if (roles.length > 0) accounts.setRoles(account, EnumSet.copyOf(List.of(roles)));
    return new Member(account, token(account, EnumSet.allOf(Scope.class)));
  }

  private String token(Account account, Set<Scope> scopes) {
    return accounts.tokens().issue(account.id(), "test", scopes, Duration.ofDays(1)).secret();
  }

  private String review(Member by, String text) {
    String id = UUID.randomUUID().toString();
    Review review =
        new Review(
            id,
            by.account().id(),
            Subject.requester(REQUESTER),
            "kleinarbeit",
            RequesterId.parse(REQUESTER),
            Optional.empty(),
            Review.Facts.of(Outcome.REJECTED),
            Optional.of(text),
            Optional.empty(),
            true,
            false,
            open.time.instant(),
            open.time.instant(),
            open.time.instant());
    assertThat(fixture.store.<Boolean>write(w -> w.statements().reviews().add(review))).isTrue();
    return id;
  }

  private HttpResponse<String> call(String method, Member by, String path, String body) {
    String[] headers =
        by == null
            ? new String[] {"X-Forwarded-For", "203.0.113.9"}
            : new String[] {"Authorization", "Bearer " + by.token()};
    return body == null
        ? fixture.send(method, "/api/v1" + path, headers)
        : fixture.post("/api/v1" + path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private JsonNode made(Member by, String path, String... fields) {
    HttpResponse<String> answer = call("POST", by, path, json(fields));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private int status(Member by, String path, String... fields) {
    return call("POST", by, path, json(fields)).statusCode();
  }

  private static String json(String... fields) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    for (int i = 0; i < fields.length; i += 2) node.put(fields[i], fields[i + 1]);
    return node.toString();
  }

  private JsonNode get(Member by, String path) {
    HttpResponse<String> answer = call("GET", by, path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  private JsonNode vote(Member by, String id, String vote) {
    return made(
        by, "/moderation/" + id + "/votes", "vote", vote, "rule", "insult", "reason", "As I see");
  }

  private boolean isHidden(String review) {
    return fixture.store.statements(s -> s.reviews().byId(review)).orElseThrow().hidden();
  }

  private void provesToBeRequester(Member who) {
    JsonNode claim = made(who, "/claims", "requester", REQUESTER);
    fixture.add(List.of(task("Count the shelves " + claim.path("code").asString())));
    JsonNode checked =
        PostingJson.MAPPER.readTree(
            call("POST", who, "/claims/" + claim.path("id").asString() + "/check", "").body());
    assertThat(checked.path("state").asString()).isEqualTo("accepted");
  }

  private List<String> actions() {
    return get(null, "/moderation")
        .path("items")
        .valueStream()
        .map(line -> line.path("action").asString())
        .toList();
  }

  private List<String> notices(Member of) {
    return fixture.store.statements(s -> s.notices().of(of.account().id(), 20)).stream()
        .map(notice -> notice.reason().text())
        .toList();
  }

  @Test
  void aReviewIsHiddenByTwoPeopleAndComesBackByTwoOthers() {
    String review = review(worker, "The boss is a crook.");
    JsonNode flag =
        made(
            second, "/flags", "about", "review:" + review, "kind", "against-rules", "text", "rude");
    String id = flag.path("case").asString();
    assertThat(notices(worker)).anyMatch(text -> text.startsWith("Somebody reported your review."));

    JsonNode waiting = vote(moderator, id, "hide");
    assertThat(waiting.path("state").asString()).isEqualTo("waiting-for-second");
    assertThat(isHidden(review)).isFalse();
    assertThat(fixture.get("/moderation/" + id).body()).contains("Waits for a second person");
    assertThat(
            status(
                moderator,
                "/moderation/" + id + "/votes",
                "vote",
                "hide",
                "rule",
                "insult",
                "reason",
                "once more"))
        .isEqualTo(409);
    assertThat(status(worker, "/moderation/" + id + "/votes", "vote", "keep", "reason", "mine"))
        .isEqualTo(403);

    assertThat(vote(second, id, "hide").path("state").asString()).isEqualTo("upheld");
    assertThat(isHidden(review)).isTrue();
    assertThat(notices(worker))
        .anyMatch(text -> text.contains("out of sight (rule insult: “As I see”)"));
    assertThat(notices(second)).anyMatch(text -> text.contains("agree with your report"));
    assertThat(status(boss, "/moderation/" + id + "/votes", "vote", "keep", "reason", "late"))
        .isEqualTo(409);

    assertThat(status(second, "/appeals", "case", id, "reason", "not mine")).isEqualTo(403);
    String appeal =
        made(worker, "/appeals", "case", id, "reason", "It is true.").path("id").asString();
    assertThat(status(worker, "/appeals", "case", id, "reason", "again")).isEqualTo(409);
    for (Member before : List.of(moderator, second, worker))
      assertThat(status(before, "/moderation/" + appeal + "/votes", "vote", "keep", "reason", "no"))
          .isEqualTo(403);
    Member other = member("olga", Role.MODERATOR);
    vote(other, appeal, "uphold");
    vote(boss, appeal, "uphold");
    assertThat(isHidden(review)).isFalse();
    assertThat(notices(worker)).anyMatch(text -> text.startsWith("Your review is in sight again"));
    assertThat(actions())
        .containsExactly(
            "appeal-upheld", "voted-to-uphold", "appealed", "hidden", "voted-to-uphold", "flagged");
    JsonNode log = get(null, "/moderation").path("items");
    assertThat(log.get(0).path("by").asString()).isEqualTo("member");
    assertThat(log.get(1).path("by").asString()).isEqualTo("olga (moderator)");
    assertThat(log.get(3).path("rule").asString()).isEqualTo("insult@1");
  }

  @Test
  void twoMembersAloneDecideNothingAndTwoVoicesMustAgree() {
    String id =
        made(worker, "/flags", "about", "posting:" + TASK, "kind", "fee-asked")
            .path("case")
            .asString();
    assertThat(vote(second, id, "uphold").path("state").asString()).isEqualTo("open");
    assertThat(vote(boss, id, "uphold").path("state").asString()).isEqualTo("open");
    assertThat(vote(moderator, id, "dismiss").path("state").asString())
        .isEqualTo("waiting-for-second");
    Member other = member("olga", Role.OPERATOR);
    assertThat(vote(other, id, "uphold").path("state").asString()).isEqualTo("upheld");
  }

  @Test
  void aFlagCountsAtOnceAndNoLongerOnceTwoPeopleDoNotAgree() {
    String id =
        made(worker, "/flags", "about", "posting:" + TASK, "kind", "non-payment")
            .path("case")
            .asString();
    made(null, "/flags", "about", "requester:" + REQUESTER, "kind", "phishing");
    assertThat(unverified()).isEqualTo(2);
    vote(moderator, id, "keep");
    vote(second, id, "keep");
    assertThat(unverified()).isEqualTo(1);
    assertThat(notices(worker)).anyMatch(text -> text.contains("do not agree with your report"));
    String appeal =
        made(worker, "/appeals", "case", id, "reason", "See link").path("id").asString();
    Member other = member("olga", Role.MODERATOR);
    vote(other, appeal, "uphold");
    vote(boss, appeal, "uphold");
    assertThat(unverified()).isEqualTo(2);
  }

  private int unverified() {
    return fixture
        .store
        .statements(s -> s.conducts().of(RequesterId.parse(REQUESTER).orElseThrow()))
        .map(worthwhile.posting.Conduct::unverified)
        .orElse(0);
  }

  @Test
  void oneReporterFlagsAThingOnceAndVisitorsOnlySoOften() {
    made(worker, "/flags", "about", "posting:" + TASK, "kind", "phishing");
    assertThat(status(worker, "/flags", "about", "posting:" + TASK, "kind", "malware"))
        .isEqualTo(409);
    made(null, "/flags", "about", "posting:" + TASK, "kind", "malware");
    assertThat(status(null, "/flags", "about", "posting:" + TASK, "kind", "malware"))
        .isEqualTo(409);
    assertThat(get(moderator, "/moderation").path("queue")).hasSize(1);
    assertThat(get(moderator, "/moderation").path("queue").get(0).path("harm").asInt())
        .isEqualTo(9);
    status(null, "/flags", "about", "posting:none", "kind", "malware");
    status(null, "/flags", "about", "posting:none", "kind", "malware");
    HttpResponse<String> tooMany =
        call("POST", null, "/flags", json("about", "posting:none", "kind", "malware"));
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void aRequesterProvesToBeOneAnswersAndDisputes() {
    String review = review(worker, "Never paid.");
    assertThat(status(boss, "/replies", "about", "review:" + review, "text", "We did"))
        .isEqualTo(403);
    provesToBeRequester(boss);
    JsonNode reply = made(boss, "/replies", "about", "review:" + review, "text", "We did pay.");
    assertThat(notices(worker)).contains("The requester answered your review.");
    assertThat(status(boss, "/replies", "about", "review:" + review, "text", "Twice"))
        .isEqualTo(409);
    assertThat(call("DELETE", worker, "/replies/" + reply.path("id").asString(), null).statusCode())
        .isEqualTo(404);
    made(boss, "/replies", "about", "requester:" + REQUESTER, "text", "Write to us.");
    String id =
        made(boss, "/disputes", "about", "review:" + review, "reason", "Paid on Monday")
            .path("id")
            .asString();
    assertThat(
            status(
                boss,
                "/moderation/" + id + "/votes",
                "vote",
                "hide",
                "rule",
                "false-by-proof",
                "reason",
                "me"))
        .isEqualTo(403);
    vote(moderator, id, "hide");
    vote(second, id, "hide");
    assertThat(isHidden(review)).isTrue();
    assertThat(call("DELETE", boss, "/replies/" + reply.path("id").asString(), null).statusCode())
        .isEqualTo(204);
    assertThat(actions())
        .contains("claimed", "claim-accepted", "replied", "disputed", "hidden", "reply-deleted");
  }

  @Test
  void whatAWorkersBrowserPassedOnProvesNothing() {
    JsonNode claim = made(boss, "/claims", "requester", REQUESTER);
    String code = claim.path("code").asString();
    fixture.add(List.of(FlatPosting.of(task("Forged " + code)).confirmed(true).build()));
    JsonNode checked =
        PostingJson.MAPPER.readTree(
            call("POST", boss, "/claims/" + claim.path("id").asString() + "/check", "").body());
    assertThat(checked.path("state").asString()).isEqualTo("open");
    assertThat(checked.path("missing").asString()).contains("no open task");
  }

  @Test
  void twoPeopleAcceptAClaimThatCannotBeProvedAndItsOwnerTakesItBack() {
    JsonNode claim = made(boss, "/claims", "requester", REQUESTER);
    String path = "/claims/" + claim.path("id").asString();
    assertThat(call("GET", worker, path, null).statusCode()).isEqualTo(404);
    assertThat(call("POST", worker, path + "/check", "").statusCode()).isEqualTo(404);
    assertThat(call("DELETE", worker, path, null).statusCode()).isEqualTo(404);
    String id = get(moderator, "/moderation").path("queue").get(0).path("id").asString();
    vote(moderator, id, "uphold");
    vote(second, id, "uphold");
    assertThat(get(boss, path).path("state").asString()).isEqualTo("accepted");
    made(boss, "/replies", "about", "requester:" + REQUESTER, "text", "Hello.");
    assertThat(call("DELETE", boss, path, null).statusCode()).isEqualTo(204);
    assertThat(status(boss, "/disputes", "about", "requester:" + REQUESTER, "reason", "x"))
        .isEqualTo(404);
    assertThat(get(boss, path).path("state").asString()).isEqualTo("withdrawn");
  }

  @Test
  void aBurstIsBroughtToPeopleOnceAndGoesOutOfSightTogether() {
    for (int i = 0; i < 9; i++) review(member("new-" + i), "Never paid " + i);
    Member trusted = member("tess", Role.TRUSTED);
    review(trusted, "Seen it.");
    var head = RequesterId.parse(REQUESTER).orElseThrow();
    BurstWatch watch = new BurstWatch(fixture.store, tail(), open.time);
    watch.open(head);
    watch.open(head);
    JsonNode queue = get(moderator, "/moderation").path("queue");
    assertThat(queue).hasSize(1);
    String id = queue.get(0).path("id").asString();
    vote(moderator, id, "hide");
    vote(second, id, "hide");
    assertThat(actions()).startsWith("burst-hidden");
  }

  private worthwhile.flow.Tail tail() {
    return new worthwhile.flow.Tail(
        fixture.store,
        worthwhile.intake.Normalise.plain(),
        worthwhile.flow.Assessor.with(
            () -> worthwhile.pay.HourlyPay.at(worthwhile.pay.money.Rates.shipped())),
        () -> {},
        open.time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"rude\"} | 400 | malware, phishing",
        "/flags | {\"about\":\"nothing\",\"kind\":\"malware\"} | 400 | posting:ID",
        "/flags | {\"about\":\"posting:none\",\"kind\":\"malware\"} | 404 | no such thing",
        "/flags | {\"about\":\"platform:kleinarbeit\",\"kind\":\"malware\"} | 404 | no such thing",
        "/flags | {\"kind\":\"malware\"} | 400 | about: is missing",
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"other\"} | 400 | own words",
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"malware\",\"state\":\"upheld\"} | 400 | Unknown name state",
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"malware\",\"account\":\"x\"} | 400 | Unknown name account",
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"malware\",\"link\":\"javascript:alert(1)\"} | 400 | https://",
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"malware\",\"link\":\"https://a@b.example/\"} | 400 | https://",
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"malware\",\"image\":\"AAAA\"} | 400 | PNG or JPEG",
        "/flags | {\"about\":\"posting:kleinarbeit:task-70\",\"kind\":\"malware\",\"image\":\"%\"} | 400 | ",
        "/flags | {\"about\":\"posting:' or 1=1 --\",\"kind\":\"malware\"} | 404 | no such thing",
        "/flags | [] | 400 | object",
        "/flags | { | 400 | JSON",
        "/claims | {\"requester\":\"kleinarbeit:none\"} | 404 | no such thing",
        "/claims | {\"requester\":\"kleinarbeit:r-17\",\"proof\":\"word\"} | 400 | platform, domain",
        "/claims | {\"requester\":\"kleinarbeit:r-17\",\"proof\":\"domain\",\"domain\":\"evil.example\"} | 400 | otter.example",
        "/claims | {\"requester\":\"kleinarbeit:r-17\",\"state\":\"accepted\"} | 400 | Unknown name state",
        "/replies | {\"about\":\"posting:kleinarbeit:task-70\",\"text\":\"x\"} | 404 | no such thing",
        "/replies | {\"about\":\"requester:kleinarbeit:r-17\",\"text\":\"\u200b \"} | 400 | say something",
        "/appeals | {\"case\":\"../x\",\"reason\":\"x\"} | 404 | no such thing",
        "/moderation/none/votes | {\"vote\":\"keep\",\"reason\":\"x\"} | 404 | no such thing",
        "/moderation/none/votes | {\"vote\":\"burn\",\"reason\":\"x\"} | 400 | uphold, dismiss",
        "/moderation/none/votes | {\"vote\":\"hide\",\"reason\":\"x\"} | 400 | personal-data",
        "/moderation/none/votes | {\"vote\":\"hide\",\"rule\":\"insult\",\"reason\":\" \"} | 400 | reason",
        "/moderation/none/votes | {\"vote\":\"hide\",\"rule\":\"insult\",\"reason\":\"x\",\"moderator\":true} | 400 | Unknown name"
      })
  void badInputIsToldWithItsMend(String path, String body, int status, String says) {
    HttpResponse<String> answer = call("POST", worker, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(says == null ? "" : says);
    assertThat(actions()).isEmpty();
  }

  @Test
  void whoMayNotDoItIsTurnedAway() {
    String flag = json("about", "posting:" + TASK, "kind", "phishing");
    Member reader = new Member(worker.account(), token(worker.account(), EnumSet.of(Scope.READ)));
    Member stranger = new Member(worker.account(), "ww_nobody");
    for (String path : List.of("/flags", "/replies", "/claims", "/disputes", "/appeals"))
      assertThat(call("POST", reader, path, flag).statusCode()).as(path).isEqualTo(403);
    for (String path : List.of("/flags", "/replies", "/claims", "/disputes", "/appeals"))
      assertThat(call("POST", stranger, path, flag).statusCode()).as(path).isEqualTo(401);
    for (String path : List.of("/replies", "/claims", "/disputes", "/appeals"))
      assertThat(call("POST", null, path, flag).statusCode()).as(path).isEqualTo(401);
    Person foreign = open.somebody().with("Sec-Fetch-Site", "cross-site");
    for (String path : List.of("/flags", "/claims", "/replies", "/disputes", "/appeals"))
      assertThat(foreign.post(path, "about", "posting:" + TASK, "kind", "phishing").statusCode())
          .as(path)
          .isEqualTo(403);
    assertThat(actions()).isEmpty();
    assertThat(get(null, "/moderation").has("queue")).isFalse();
    assertThat(get(worker, "/moderation").has("queue")).isFalse();
  }

  @Test
  void wordsOfPeopleAreShownAsTheyAreAndWithoutWhatCannotBeSeen() {
    String evil = "<script>alert(1)</script>\u202Egpj.exe\u200B\nsecond line";
    for (Member each : List.of(second, boss)) review(each, "Fine.");
    String review = review(worker, "<script>alert(1)</script>");
    String id =
        made(second, "/flags", "about", "review:" + review, "kind", "other", "text", evil)
            .path("case")
            .asString();
    made(
        moderator,
        "/moderation/" + id + "/votes",
        "vote",
        "hide",
        "rule",
        "insult",
        "reason",
        evil);
    made(second, "/moderation/" + id + "/votes", "vote", "hide", "rule", "insult", "reason", evil);
    Person visitor = open.somebody();
    for (String path : List.of("/moderation", "/moderation/" + id)) {
      String body = visitor.get(path).body();
      assertThat(body)
          .contains("&lt;script")
          .doesNotContain("<script>alert")
          .doesNotContain("\u202E");
    }
    String reason = get(null, "/moderation").path("items").get(0).path("reason").asString();
    assertThat(reason).isEqualTo("<script>alert(1)</script>gpj.exe second line");
    assertThat(visitor.page("/moderation/" + id).select("details summary").text())
        .contains("out of sight");
  }

  @Test
  void theWordsOfALoneReviewAreForWhoJudgesIt() {
    String review = review(worker, "Only I was there at nine.");
    String id =
        made(second, "/flags", "about", "review:" + review, "kind", "against-rules", "text", "why")
            .path("case")
            .asString();
    String path = "/moderation/" + id;
    assertThat(get(boss, path).has("words")).isFalse();
    assertThat(get(null, path).has("words")).isFalse();
    assertThat(get(boss, path).has("flags")).isFalse();
    assertThat(get(moderator, path).path("words").asString()).startsWith("Only I");
    vote(moderator, id, "hide");
    assertThat(get(boss, path).path("words").asString()).startsWith("Only I");
    assertThat(get(null, path).has("words")).isFalse();
    provesToBeRequester(boss);
    assertThat(get(boss, path).has("words")).isFalse();
  }

  @Test
  void anImageIsWrittenAnewAndOnlyModeratorsSeeIt() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png", png);
    png.writeBytes("Secret camera of Ann".getBytes(StandardCharsets.UTF_8));
    JsonNode flag =
        made(
            worker,
            "/flags",
            "about",
            "posting:" + TASK,
            "kind",
            "phishing",
            "image",
            Base64.getEncoder().encodeToString(png.toByteArray()));
    assertThat(flag.path("image").asBoolean()).isTrue();
    String path = "/moderation/flags/" + flag.path("id").asString() + "/image";
    var seen = fixture.get(path, "Authorization", "Bearer " + moderator.token());
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(seen.body()).doesNotContain("Secret");
    assertThat(fixture.get(path, "Authorization", "Bearer " + worker.token()).statusCode())
        .isEqualTo(404);
  }
}
