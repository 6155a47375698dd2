package worthwhile.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Hashes in the spelling that other programs read and write. */
class Argon2HashTest {
  private static final byte[] PASSWORD = "lamp carrot thursday".getBytes(StandardCharsets.UTF_8);

  /** Written by the library itself, in an English locale. */
  private static final String FOREIGN =
      "$argon2id$v=19$m=19456,t=2,p=1$h6wI2ZTOH3y2ifTG6fQ4iQ"
          + "$NH7rxmU9DDexCvgWGnJxhcXgP+YSh7SSnsocmZRFoB0";

  @Test
  void readsAndWritesTheUsualSpelling() {
    Argon2Hash read = Argon2Hash.parse(FOREIGN);
    assertThat(read).hasToString(FOREIGN);
    assertThat(read.matches(PASSWORD)).isTrue();
    assertThat(read.matches("other".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(read.isOld()).isFalse();
    assertThat(Argon2Hash.parse(FOREIGN.replace("t=2", "t=3")).isOld()).isTrue();

    Argon2Hash own = Argon2Hash.of(PASSWORD);
    assertThat(own.toString()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(FOREIGN);
    assertThat(Argon2Hash.parse(own.toString()).matches(PASSWORD)).isTrue();
  }
}
