package worthwhile.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  private static String ofLength(int length) {
    return "grey otter 7 ".repeat(length / 13 + 1).substring(0, length);
  }

  @Test
  void isFromTenTo256CharactersLong() {
    assertThat(passwords.problem(ofLength(9), "ana")).get().asString().contains("at least 10");
    assertThat(passwords.problem(ofLength(10), "ana")).isEmpty();
    assertThat(passwords.problem(ofLength(256), "ana")).isEmpty();
    assertThat(passwords.problem(ofLength(257), "ana"))
        .get()
        .asString()
        .contains("at most 256 characters; this one has 257");
    assertThat(passwords.problem("🦊🐢🐝🌲🌊🔥🍎🎲🚲", "ana")).as("nine signs").isPresent();
    assertThat(passwords.problem("🦊🐢🐝🌲🌊🔥🍎🎲🚲🧭", "ana")).as("ten signs").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password123!",
        "PassWord2024",
        "0123456789",
        "zyxwvutsrq",
        "aaaaaaaaaaaa",
        "abcabcabcabc"
      })
  void isNoneThatIsTriedFirst(String password) {
    assertThat(passwords.problem(password, "ana"))
        .get()
        .asString()
        .contains("first that are tried");
  }

  @ParameterizedTest
  @CsvSource({
    "marisolvega, marisolvega, true",
    "MarisolVega12, marisolvega, true",
    "marisolvega12345, marisolvega, false",
    "worthwhile42, ana, true",
    "anabanana-7-lamp, ana, false",
    "ababananab12, ab, false"
  })
  void isNotMostlyAName(String password, String name, boolean refused) {
    assertThat(passwords.problem(password, name).isPresent()).isEqualTo(refused);
  }

  @Test
  void onlyTheSamePasswordMatchesHoweverItsSignsAreComposed() {
    Optional<String> stored = Optional.of(passwords.hash("caf\u00e9 grey otter"));
    assertThat(passwords.matches("cafe\u0301 grey otter", stored)).isTrue();
    assertThat(passwords.matches("cafe grey otter", stored)).isFalse();
    assertThat(passwords.matches("caf\u00e9 grey otter", Optional.empty())).isFalse();
  }
}
