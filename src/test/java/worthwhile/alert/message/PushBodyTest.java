package worthwhile.alert.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.saved.AlertReason;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingJson;

/** What a browser shows: never too long, never half a task, always the right number left out. */
class PushBodyTest {
  private static final List<String> PIECES =
      List.of("a", "😀", "שלום", "\"", "\\", "\u202E", "\n", "<b>", "한국어", "\u0000", "& ", "x");
  private static final Pattern LEFT_OUT = Pattern.compile("^(\\d+) more are in your ledger$");

  private static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder("T");
    int pieces = random.nextInt(longest);
    for (int i = 0; i < pieces; i++) text.append(PIECES.get(random.nextInt(PIECES.size())));
    return text.toString();
  }

  private static AlertMessage message(Random random, int postings, int searches) {
    List<AlertMessage.Match> matches = new ArrayList<>();
    for (int i = 0; i < postings; i++)
      matches.add(
          new AlertMessage.Match(
              FlatPosting.builder("mill", "mill", "😀".repeat(random.nextInt(60)) + i)
                  .title(text(random, 300))
                  .build(),
              List.of("s0")));
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < searches; i++) names.put("s" + i, text(random, 50));
    return new AlertMessage(
        "4f1c7d0e-9a1b-4c55-8f6e-0d3b2a190807",
        AlertReason.PAY_ROSE,
        matches,
        0,
        names,
        "http://here.test",
        "http://here.test/alerts",
        Instant.EPOCH);
  }

  @Test
  void whateverItHoldsItIsWholeAndShortEnough() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      AlertMessage message =
          message(random, 1 + random.nextInt(100), 1 + random.nextInt(round % 9 == 0 ? 60 : 3));
      for (int longest : List.of(PushBody.LONGEST, PushBody.SHORT)) {
        byte[] body = PushBody.of(message, longest);
        assertThat(body.length).isLessThanOrEqualTo(longest);
        String json = new String(body, UTF_8);
        assertThat(json.getBytes(UTF_8)).isEqualTo(body);
        check(PostingJson.MAPPER.readTree(json), message);
      }
    }
  }

  private static void check(JsonNode told, AlertMessage message) {
    List<String> lines = new ArrayList<>(told.path("body").asString().lines().toList());
    Matcher leftOut = LEFT_OUT.matcher(lines.isEmpty() ? "" : lines.getLast());
    int out = leftOut.matches() ? Integer.parseInt(leftOut.group(1)) : 0;
    if (out > 0) lines.removeLast();
    assertThat(lines.size() + out).isEqualTo(message.matches().size());
    assertThat(lines).allMatch(line -> line.startsWith("T"));
    assertThat(told.path("title").asString()).startsWith("pays more now: ");
    assertThat(told.path("body").asString()).doesNotContain("\u202E");
    assertThat(told.path("url").asString()).startsWith("/");
    assertThat(told.properties()).hasSize(4);
  }

  @Test
  void oneTaskLeadsToItsPageSeveralToTheirSearch() {
    Random random = new Random(1);
    assertThat(url(message(random, 2, 1))).isEqualTo("/alerts/s0");
    assertThat(url(message(random, 2, 2))).isEqualTo("/alerts");
    assertThat(url(message(random, 1, 2))).startsWith("/tasks/mill:");
  }

  private static String url(AlertMessage message) {
    return PostingJson.MAPPER
        .readTree(PushBody.of(message, PushBody.LONGEST))
        .path("url")
        .asString();
  }
}
