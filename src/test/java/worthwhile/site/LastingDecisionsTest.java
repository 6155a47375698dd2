package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Role;
import worthwhile.community.Leaving;

/**
 * What people decided, proved or repeated is undone by nobody who deletes, changes or withdraws.
 */
class LastingDecisionsTest extends ModerationScene {
  private String hidden(String about) {
    String id =
        made(second, "/flags", "about", about, "kind", "other", "text", "An insult")
            .path("case")
            .asString();
    vote(moderator, id, "hide");
    vote(second, id, "hide");
    return id;
  }

  private int delete(Member by, String path) {
    return call("DELETE", by, path, null).statusCode();
  }

  private JsonNode told(Member by, String text) {
    return made(by, "/reviews", "requester", REQUESTER, "outcome", "rejected", "text", text);
  }

  @Test
  void aHiddenReviewThatIsDeletedAndWrittenAnewStaysHiddenUntilOthersSeeItOtherwise() {
    String review = told(worker, "They are pigs.").path("id").asString();
    String id = hidden("review:" + review);
    assertThat(delete(worker, "/reviews/" + review)).isEqualTo(204);
    JsonNode anew = told(worker, "They did not pay me.");
    assertThat(anew.path("id").asString()).isEqualTo(review);
    assertThat(anew.path("hidden").asBoolean()).isTrue();
    String appeal =
        made(worker, "/appeals", "case", id, "reason", "It insults nobody now")
            .path("id")
            .asString();
    vote(member("olga", Role.MODERATOR), appeal, "uphold");
    vote(member("otto"), appeal, "uphold");
    assertThat(isHidden(review)).isFalse();
    assertThat(delete(worker, "/reviews/" + review)).isEqualTo(204);
    assertThat(told(worker, "They did not pay me.").path("hidden").asBoolean()).isFalse();
  }

  @Test
  void aHiddenReplyThatIsDeletedAndGivenAnewStaysHidden() {
    String review = told(worker, "Never paid.").path("id").asString();
    provesToBeRequester(boss);
    String about = "review:" + review;
    String reply =
        made(boss, "/replies", "about", about, "text", "You liar.").path("id").asString();
    hidden("reply:" + reply);
    assertThat(delete(boss, "/replies/" + reply)).isEqualTo(204);
    JsonNode anew = made(boss, "/replies", "about", about, "text", "You liar!");
    assertThat(anew.path("id").asString()).isEqualTo(reply);
    assertThat(anew.path("hidden").asBoolean()).isTrue();
  }

  @Test
  void whoTakesAProvedClaimBackStillWritesNoReviewOfHerselfAndJudgesNothingOfHers() {
    String review = told(worker, "Never paid.").path("id").asString();
    told(boss, "Splendid people!");
    provesToBeRequester(boss);
    String claim =
        fixture.store.statements(said -> said.claims().of(boss.account().id())).getFirst().id();
    assertThat(delete(boss, "/claims/" + claim)).isEqualTo(204);
    assertThat(status(boss, "/reviews", "posting", TASK, "outcome", "paid")).isEqualTo(403);
    assertThat(status(boss, "/replies", "about", "review:" + review, "text", "We did"))
        .as("who took it back speaks for her no more")
        .isEqualTo(403);
    String id =
        made(second, "/flags", "about", "review:" + review, "kind", "other", "text", "Wrong")
            .path("case")
            .asString();
    assertThat(
            status(
                boss,
                "/moderation/" + id + "/votes",
                "vote",
                "hide",
                "rule",
                "insult",
                "reason",
                "I was it"))
        .isEqualTo(403);
    told(second, "Nothing came.");
    assertThat(get(null, "/reviews?requester=" + REQUESTER).path("waiting").asInt())
        .as("two workers and the requester herself are not three")
        .isEqualTo(3);
  }

  @Test
  void aReviewThatSaysSomethingElseSinceIsDisputedAgain() {
    String review = told(worker, "Never paid.").path("id").asString();
    provesToBeRequester(boss);
    String about = "review:" + review;
    String id = made(boss, "/disputes", "about", about, "reason", "We paid").path("id").asString();
    assertThat(status(boss, "/disputes", "about", about, "reason", "Again")).isEqualTo(409);
    vote(moderator, id, "keep");
    vote(second, id, "keep");
    assertThat(status(boss, "/disputes", "about", about, "reason", "Again")).isEqualTo(409);
    Person wanda = open.somebody().with("Authorization", "Bearer " + worker.token());
    String[] said = {"outcome", "rejected", "text", "Their boss was in jail."};
    assertThat(wanda.post("/reviews/" + review, said).statusCode()).isEqualTo(303);
    assertThat(status(boss, "/disputes", "about", about, "reason", "A lie")).isEqualTo(201);
  }

  @Test
  void aReviewThatSaysSomethingElseSinceIsReportedAgainByWhoWasNotFollowed() {
    String review = told(worker, "Never paid.").path("id").asString();
    String[] report = {"about", "review:" + review, "kind", "other", "text", "An insult"};
    String id = made(second, "/flags", report).path("case").asString();
    Person wanda = open.somebody().with("Authorization", "Bearer " + worker.token());
    change(wanda, review, "Not paid so far.");
    assertThat(status(second, "/flags", report)).as("it waits").isEqualTo(409);
    change(wanda, review, "Never paid.");
    vote(moderator, id, "keep");
    vote(member("olga", Role.MODERATOR), id, "keep");
    assertThat(status(second, "/flags", report)).as("it says the same").isEqualTo(409);
    change(wanda, review, "Their boss is a pig.");
    String again = made(second, "/flags", report).path("case").asString();
    assertThat(again).isNotEmpty().isNotEqualTo(id);
    assertThat(status(second, "/flags", report)).isEqualTo(409);
    vote(moderator, again, "keep");
    vote(member("otto", Role.MODERATOR), again, "keep");
    change(wanda, review, "Never paid.");
    assertThat(status(second, "/flags", report)).as("that was judged before").isEqualTo(409);
  }

  private static void change(Person author, String review, String text) {
    assertThat(author.post("/reviews/" + review, "outcome", "rejected", "text", text).statusCode())
        .isEqualTo(303);
  }

  @Test
  void whoAnswersAgainAndAgainTellsItOnce() {
    String review = told(worker, "Never paid.").path("id").asString();
    provesToBeRequester(boss);
    for (int i = 0; i < 3; i++) {
      JsonNode reply =
          made(boss, "/replies", "about", "review:" + review, "text", "We did pay, " + i);
      assertThat(delete(boss, "/replies/" + reply.path("id").asString())).isEqualTo(204);
    }
    assertThat(Collections.frequency(notices(worker), "The requester answered your review."))
        .isEqualTo(1);
  }

  @Test
  void whatLeadsToAPersonIsShownNobody() {
    String review = told(worker, "Never paid.").path("id").asString();
    provesToBeRequester(boss);
    String about = "review:" + review;
    for (String leak :
        List.of(
            "Worker A2QQQQ1RUQ6SD8 failed two checks",
            "rosa.vega@mail.example wrote this",
            "Call her: +44 7700 900123")) {
      assertThat(status(boss, "/replies", "about", about, "text", leak)).isEqualTo(400);
      assertThat(status(boss, "/disputes", "about", about, "reason", leak)).isEqualTo(400);
    }
    String id =
        made(boss, "/disputes", "about", about, "reason", "We did pay").path("id").asString();
    for (String leak : List.of("It was rosa.vega@mail.example", "Renting accounts, t.me/rentals"))
      assertThat(
              status(
                  second,
                  "/moderation/" + id + "/votes",
                  "vote",
                  "dismiss",
                  "rule",
                  "no-rule-broken",
                  "reason",
                  leak))
          .as("the log is for everybody and for ever")
          .isEqualTo(400);
    assertThat(get(null, "/moderation").toString()).doesNotContain("rosa", "t.me");
  }

  @Test
  void whatIsTypedInAVoteIsKeptWhenItIsRefused() {
    String review = told(worker, "Never paid.").path("id").asString();
    String id =
        made(second, "/flags", "about", "review:" + review, "kind", "other", "text", "Wrong")
            .path("case")
            .asString();
    Person mona = open.somebody().with("Authorization", "Bearer " + moderator.token());
    String page =
        mona.post(
                "/moderation/" + id + "/votes",
                "vote",
                "dismiss",
                "rule",
                "no-rule-broken",
                "reason",
                "Rosa (rosa.vega@mail.example) is right")
            .body();
    assertThat(page)
        .contains("leads to a person", "Rosa (rosa.vega@mail.example) is right")
        .contains("value=\"dismiss\" checked", "value=\"no-rule-broken\" selected");
  }

  @Test
  void aNoticeOfAnAnswerComesAgainOnceItWasSeen() {
    String review = told(worker, "Never paid.").path("id").asString();
    provesToBeRequester(boss);
    JsonNode reply = made(boss, "/replies", "about", "review:" + review, "text", "We did pay");
    call("POST", worker, "/notices/seen", "");
    delete(boss, "/replies/" + reply.path("id").asString());
    open.time.move(Duration.ofHours(1));
    made(boss, "/replies", "about", "review:" + review, "text", "We did pay");
    assertThat(Collections.frequency(notices(worker), "The requester answered your review."))
        .isEqualTo(2);
  }

  @Test
  void wordsOfADisputeAreShownToWhoWroteThemAndGoWithHer() {
    String review = told(worker, "Never paid.").path("id").asString();
    provesToBeRequester(boss);
    String id =
        made(boss, "/disputes", "about", "review:" + review, "reason", "We paid on Friday")
            .path("id")
            .asString();
    assertThat(get(boss, "/account/export").toString()).contains("We paid on Friday");
    assertThat(get(second, "/moderation/" + id).toString()).contains("We paid on Friday");
    new Leaving(fixture.store, fixture.tail, open.time).leave(boss.account(), false);
    assertThat(get(second, "/moderation/" + id).toString())
        .contains("\"state\":\"open\"")
        .doesNotContain("We paid on Friday");
  }

  @Test
  void whoReadsSpanishIsToldInSpanishWhyWordsAreRefused() {
    Person wanda =
        open.somebody()
            .with("Authorization", "Bearer " + worker.token())
            .with("Accept-Language", "es");
    String[] fields = {"about", "requester:" + REQUESTER, "outcome", "paid", "text", ""};
    fields[5] = "Escribe a rosa.vega@correo.example";
    assertThat(wanda.post("/reviews", fields).body())
        .contains("parece una oferta", fields[5])
        .doesNotContain("reads like");
    fields[5] = "La dueña es rosa.vega@correo.example";
    assertThat(wanda.post("/reviews", fields).body())
        .contains("“rosa.vega@correo.example” lleva a una persona", fields[5]);
    fields[5] = "Pagan bien";
    assertThat(wanda.post("/reviews", fields).statusCode()).isEqualTo(303);
    String id =
        fixture.store.statements(said -> said.reviews().of(worker.account().id())).getFirst().id();
    fields[5] = "La dueña es rosa.vega@correo.example";
    assertThat(wanda.post("/reviews/" + id, fields).body()).contains("lleva a una persona");
    fields[5] = "x".repeat(4_001);
    assertThat(wanda.post("/reviews/" + id, fields).body()).contains("Como máximo 4000");
  }
}
