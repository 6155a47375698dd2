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
}
