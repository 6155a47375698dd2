package worthwhile.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import worthwhile.posting.word.Worded;

/** Who somebody is here, what a program may do for her, and what opens it. */
class RolesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void anAccountHasAnIdAndAName() {
    Account ana = new Account("1", "Ana", Set.of(Role.WORKER), NOW);
    assertThat(ana.is(Role.WORKER)).isTrue();
    assertThat(ana.is(Role.OPERATOR)).isFalse();
    assertThat(ana.isLocal()).isFalse();
    assertThat(new Account("local", "you", Set.of(), NOW).isLocal()).isTrue();
    assertThatThrownBy(() -> new Account(" ", "Ana", Set.of(), NOW)).hasMessageContaining("an id");
    assertThatThrownBy(() -> new Account("1", " ", Set.of(), NOW)).hasMessageContaining("a name");
  }

  @Test
  void rolesAndScopesAreKnownByTheirWords() {
    assertThat(Worded.of(Role.class, "Moderator")).contains(Role.MODERATOR);
    assertThat(Worded.of(Role.class, "king")).isEmpty();
    assertThat(Role.TRUSTED.word()).isEqualTo("trusted");
    assertThat(Worded.of(Scope.class, "IMPORT")).contains(Scope.IMPORT);
    assertThat(Worded.of(Scope.class, "all")).isEmpty();
    assertThat(Scope.WRITE.word()).isEqualTo("write");
    for (Scope scope : Scope.values()) assertThat(scope.meaning()).isNotBlank();
  }

  /** 32 bytes are 43 signs; the hash of an empty text is known to everybody. */
  @Test
  void aSecretIsLongAndItsHashTheUsualOne() {
    assertThat(RandomSecret.next()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(RandomSecret.next());
    assertThat(RandomSecret.hash(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aTableHasNoRemarksAndNoBlankLines() {
    assertThat(TableFile.lines("reserved-names.txt"))
        .isNotEmpty()
        .noneMatch(line -> line.isBlank() || line.startsWith("# "));
  }
}
