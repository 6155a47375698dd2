package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Role;
import worthwhile.community.BurstWatch;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;

/** Reports, claims, replies, disputes, votes and appeals by tokens. */
class ModerationSiteTest extends ModerationScene {
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
}
