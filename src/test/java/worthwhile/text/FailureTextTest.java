package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  @Test
  void aFailureIsWordedByItsMessage() {
    assertThat(FailureText.of(new IOException("the disk is full"))).isEqualTo("the disk is full");
  }

  @Test
  void whatIsAroundItSpeaksForItselfAndNotForItsCause() {
    IOException cause = new IOException("the disk is full");

    assertThat(FailureText.of(new UncheckedIOException("nothing is written", cause)))
        .isEqualTo("nothing is written");
  }

  @Test
  void aFailureWithoutAMessageIsNamedByItsKind() {
    assertThat(FailureText.of(new ArrayIndexOutOfBoundsException()))
        .isEqualTo("ArrayIndexOutOfBoundsException");
  }

  @Test
  void anEmptyMessageIsKeptAsItIs() {
    assertThat(FailureText.of(new IOException(""))).isEmpty();
  }

  @Test
  void aFailureWithoutANameIsNamedByWhatItIsAKindOf() {
    assertThat(FailureText.of(new IllegalStateException() {})).isEqualTo("IllegalStateException");
  }
}
