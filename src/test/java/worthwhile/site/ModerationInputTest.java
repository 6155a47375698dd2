package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Scope;

/** What people may write and show when they report and decide, and what must not be possible. */
class ModerationInputTest extends ModerationScene {
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
        "/replies | {\"about\":\"requester:kleinarbeit:r-17\",\"text\":\"\u200b \"} | 400 | Say something",
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
