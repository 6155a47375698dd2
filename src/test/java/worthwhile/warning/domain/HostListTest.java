package worthwhile.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostListTest {
  @ParameterizedTest
  @CsvSource({
    "trap.example, trap.example",
    "'0.0.0.0 trap.example # reported', trap.example",
    "'127.0.0.1\tTRAP.example', trap.example",
    "||trap.example^, trap.example",
    "||trap.example^$third-party, trap.example",
    "https://trap.example/login?x=1, trap.example",
    "*.trap.example, trap.example",
    "bücher.example, xn--bcher-kva.example",
    "trap.example., trap.example",
    "'trap.example,2026-11-01,phishing', trap.example",
  })
  void everyFormOfLineNamesItsHost(String line, String host) {
    assertThat(HostList.read(line)).containsExactly(host);
  }

  @Test
  void whatIsNoHostIsPassedOver() {
    assertThat(
            HostList.read(
                "# trap.example\n! title\n@@||good.example^\n<html>\nlocalhost\n0.0.0.0 0.0.0.0\n"
                    + "a..b.example\n\n"
                    + "x".repeat(2_000)
                    + ".example"))
        .isEmpty();
  }
}
