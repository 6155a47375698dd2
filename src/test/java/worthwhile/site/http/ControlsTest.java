package worthwhile.site.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControlsTest {
  @Test
  void takesOutControlCharactersHoweverTheyAreWritten() {
    assertThat(Controls.without("[\"a\\u0000b\\u001bc\\u007f\\b\\fd\u0085\"]"))
        .isEqualTo("[\"abcd\"]");
  }

  @Test
  void leavesEverythingElse() {
    for (String json :
        new String[] {"[\"a\\tb\\nc\\rd\"]", "[\"\\\\u0000\\\\b\"]", "[\"\\\"\\u00e4\"]", "{}", ""})
      assertThat(Controls.without(json)).isEqualTo(json);
  }

  @Test
  void everyEscapeIsJudgedByItself() {
    for (int code = 0; code < 0x180; code++) {
      String escaped = "\\u%04x".formatted(code);
      boolean control =
          (code < ' ' && code != 9 && code != 10 && code != 13) || (code >= 0x7F && code <= 0x9F);
      assertThat(Controls.without("[\"a" + escaped + "b\\\\" + escaped.substring(1) + "\"]"))
          .as(escaped)
          .isEqualTo("[\"a" + (control ? "" : escaped) + "b\\\\" + escaped.substring(1) + "\"]");
    }
  }
}
