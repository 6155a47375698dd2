package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InvisibleTest {
  /** What is invisible, in the words of Unicode; the woman has it look back by whole characters. */
  private static final Pattern MEANT =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\n\\r\\x0B\\f\\x85]]|[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200C\\u200E"
              + "\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF]"
              + "|(?<![\\p{So}\\p{Sk}\\uFE0F\uD83D\uDC69])\\u200D");

  private static final String PIECES =
      "a é\t\r\f\u000B\u0085\u00A0\u200D\uFE0F\u2764^´👩🏽\uD83D\uDC69Я";

  @Test
  void everyCharacterAloneAndBeforeAJoinerGoesAsMeant() {
    for (int c = 0; c <= 0x1FFFF; c++) {
      String text = "x" + Character.toString(c) + "\u200Dy";
      assertThat(Invisible.without(text)).isEqualTo(MEANT.matcher(text).replaceAll(""));
    }
  }

  @Test
  void mixturesGoAsMeant() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--)
        text.append(
            random.nextInt(4) == 0
                ? (char) (0x2000 + random.nextInt(0x80))
                : PIECES.charAt(random.nextInt(PIECES.length())));
      assertThat(Invisible.without(text.toString())).isEqualTo(MEANT.matcher(text).replaceAll(""));
    }
  }
}
