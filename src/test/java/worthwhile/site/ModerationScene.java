package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;

/** Workers, a requester and a moderator at a site with one task. */
abstract class ModerationScene {
  static final String TASK = "kleinarbeit:task-70";
  static final String REQUESTER = "kleinarbeit:r-17";

  @TempDir Path folder;
  OpenInstance open;
  SiteFixture fixture;
  Accounts accounts;
  Member worker;
  Member second;
  Member boss;
  Member moderator;

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

  static worthwhile.posting.Posting task(String title) {
    return FlatPosting.of(TestPostings.plain(70))
        .title(title)
        .hiringOrganization(
            new Organization("Otter Lab", "r-17", "https://lab.otter.example/people"))
        .build();
  }

  Member member(String name, Role... roles) {
    Accounts.Joined joined = accounts.join(new Accounts.Wish(name, Optional.empty(), false));
    Account account = ((Accounts.Joined.In) joined).account();
    if (roles.length > 0) accounts.setRoles(account, EnumSet.copyOf(List.of(roles)));
    return new Member(account, token(account, EnumSet.allOf(Scope.class)));
  }

  String token(Account account, Set<Scope> scopes) {
    return accounts.tokens().issue(account.id(), "test", scopes, Duration.ofDays(1)).secret();
  }

  String review(Member by, String text) {
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

  HttpResponse<String> call(String method, Member by, String path, String body) {
    String[] headers =
        by == null
            ? new String[] {"X-Forwarded-For", "203.0.113.9"}
            : new String[] {"Authorization", "Bearer " + by.token()};
    return body == null
        ? fixture.send(method, "/api/v1" + path, headers)
        : fixture.post("/api/v1" + path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  JsonNode made(Member by, String path, String... fields) {
    HttpResponse<String> answer = call("POST", by, path, json(fields));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  int status(Member by, String path, String... fields) {
    return call("POST", by, path, json(fields)).statusCode();
  }

  static String json(String... fields) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    for (int i = 0; i < fields.length; i += 2) node.put(fields[i], fields[i + 1]);
    return node.toString();
  }

  JsonNode get(Member by, String path) {
    HttpResponse<String> answer = call("GET", by, path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PostingJson.MAPPER.readTree(answer.body());
  }

  JsonNode vote(Member by, String id, String vote) {
    return made(
        by, "/moderation/" + id + "/votes", "vote", vote, "rule", "insult", "reason", "As I see");
  }

  boolean isHidden(String review) {
    return fixture.store.statements(s -> s.reviews().byId(review)).orElseThrow().hidden();
  }

  void provesToBeRequester(Member who) {
    JsonNode claim = made(who, "/claims", "requester", REQUESTER);
    fixture.add(List.of(task("Count the shelves " + claim.path("code").asString())));
    JsonNode checked =
        PostingJson.MAPPER.readTree(
            call("POST", who, "/claims/" + claim.path("id").asString() + "/check", "").body());
    assertThat(checked.path("state").asString()).isEqualTo("accepted");
  }

  List<String> actions() {
    return get(null, "/moderation")
        .path("items")
        .valueStream()
        .map(line -> line.path("action").asString())
        .toList();
  }

  List<String> notices(Member of) {
    return fixture.store.statements(s -> s.notices().of(of.account().id(), 20)).stream()
        .map(notice -> notice.reason().text())
        .toList();
  }
}
