package worthwhile.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredDomainTest {
  @ParameterizedTest
  @CsvSource({
    "acme.com, acme.com",
    "Jobs.Acme.co.uk, acme.co.uk",
    "a.b.c.otter.example, otter.example",
    "otter.example, otter.example",
    "ann.github.io, ann.github.io",
    "x.ann.github.io, ann.github.io",
    "github.io,",
    "co.uk,",
    "com,",
    "localhost,",
    "203.0.113.5,",
    "[::1],",
    "acme.com.,",
    "..,"
  })
  void theOwnersPartOfAHostIsFound(String host, String domain) {
    assertThat(Fetcher.registeredDomain(host).orElse(null)).isEqualTo(domain);
  }
}
