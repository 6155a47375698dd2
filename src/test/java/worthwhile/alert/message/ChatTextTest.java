package worthwhile.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.AlertReason;
import worthwhile.posting.FlatPosting;

/** Random messages with everything that titles bring along, as chat services would take them. */
class ChatTextTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final List<String> PIECES =
      List.of(
          "<b>",
          "</b>",
          "&amp;",
          "&",
          "\"",
          "'",
          "*bold*",
          "_",
          "`",
          "[x](http://evil.test)",
          "@everyone",
          "<@123>",
          "||",
          "😀",
          "👩‍👩‍👧",
          "שלום",
          "مرحبا",
          "\u202E",
          "\u2066",
          "\n",
          "\r",
          "\u0000",
          "#",
          "<script>",
          "a",
          "Match shapes ",
          "\\",
          "x".repeat(300),
          "𝒳");
  private static final Pattern LEFT_OUT = Pattern.compile("(\\d+) more are in your ledger");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)( href=\"[^\"<>]*\")?>");

  private static String title(Random random) {
    StringBuilder title = new StringBuilder("t");
    for (int i = random.nextInt(40); i > 0; i--)
      title.append(PIECES.get(random.nextInt(PIECES.size())));
    return title.toString();
  }

  private static AlertMessage message(Random random) {
    List<AlertMessage.Match> matches = new ArrayList<>();
    int count = 1 + random.nextInt(random.nextBoolean() ? 4 : 100);
    for (int i = 0; i < count; i++)
      matches.add(
          new AlertMessage.Match(
              FlatPosting.builder("mill", "mill", "n" + i).title(title(random)).build(),
              List.of("s1")));
    return new AlertMessage(
        "d1",
        random.nextBoolean() ? AlertReason.NEW : AlertReason.WARNING,
        matches,
        random.nextInt(3),
        Map.of("s1", title(random), "s2", title(random)),
        "http://here.test",
        "http://here.test/alerts",
        NOW);
  }

  @ParameterizedTest
  @EnumSource(ChatMarkup.class)
  void isNeverTooLongNeverBrokenAndSaysHowManyAreLeftOut(ChatMarkup markup) {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      AlertMessage message = message(random);
      ChatText chat = ChatText.of(message, markup);
      assertThat(markup.length(chat.text())).isLessThanOrEqualTo(markup.most());
      assertThat(chat.text()).isNotBlank();
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(chat.text())).isTrue();
      assertThat(chat.text()).doesNotContain("\u202E", "\u2066", "\u0000");
      long told = message.matches().stream().filter(each -> names(chat, each)).count();
      assertThat(told).isEqualTo(message.matches().size() - chat.leftOut());
      List<String> said =
          LEFT_OUT.matcher(chat.text()).results().map(found -> found.group(1)).toList();
      assertThat(said).isEqualTo(chat.leftOut() == 0 ? List.of() : List.of("" + chat.leftOut()));
    }
  }

  private static boolean names(ChatText chat, AlertMessage.Match match) {
    String link = "http://here.test/tasks/" + match.posting().id();
    return Pattern.compile(Pattern.quote(link) + "(?![0-9])").matcher(chat.text()).find();
  }

  @Test
  void itsHtmlIsWellFormedAndOnlyOurs() {
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      String html = ChatText.of(message(random), ChatMarkup.TELEGRAM).text();
      List<String> open = new ArrayList<>();
      TAG.matcher(html)
          .results()
          .forEach(
              tag -> {
                assertThat(tag.group(2)).isIn("a", "b");
                if (tag.group(1).isEmpty()) open.add(tag.group(2));
                else assertThat(open.removeLast()).isEqualTo(tag.group(2));
              });
      assertThat(open).isEmpty();
      assertThat(TAG.matcher(html).replaceAll("")).doesNotContain("<", ">");
      assertThat(html.replaceAll("&(?:amp|lt|gt|quot|#39);", "")).doesNotContain("&");
    }
  }

  @Test
  void markupOfDiscordIsTakenForWhatItIs() {
    String text =
        ChatText.of(
                new AlertMessage(
                    "d1",
                    AlertReason.NEW,
                    List.of(
                        new AlertMessage.Match(
                            FlatPosting.builder("mill", "mill", "1")
                                .title("@everyone **now** <@1> [x](y)")
                                .build(),
                            List.of("s1"))),
                    0,
                    Map.of("s1", "Shapes"),
                    "http://here.test",
                    "http://here.test/alerts",
                    NOW),
                ChatMarkup.DISCORD)
            .text();
    assertThat(text)
        .contains("\\@everyone \\*\\*now\\*\\* \\<\\@1\\> \\[x\\]\\(y\\)")
        .contains("<http://here.test/tasks/mill:1?m=d1>");
  }
}
