package worthwhile.site;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import worthwhile.HandClock;
import worthwhile.site.http.ClientBounds;
import worthwhile.site.http.SiteSettings;

/** An empty instance that others can reach, with a clock that is moved by hand. */
final class OpenInstance implements AutoCloseable {
  final HandClock time = new HandClock(TestPostings.NOW);
  final SiteFixture fixture;
  private int addresses = 0;

  OpenInstance(Path folder) {
    fixture = SiteFixture.empty(folder, settings("http://tasks.example", true), time);
  }

  /** Reached by others, through a proxy on this machine that tells their addresses. */
  static SiteSettings settings(String baseUrl, boolean signUp) {
    return new SiteSettings(
        "127.0.0.1",
        0,
        "1.2.3",
        Optional.of(baseUrl),
        Optional.empty(),
        false,
        SiteSettings.GENEROUS,
        signUp,
        Set.of("127.0.0.1"),
        Optional.empty(),
        Set.of(),
        ClientBounds.USUAL);
  }

  /** Somebody at an address of their own. */
  Person somebody() {
    return new Person(fixture).at("198.51.100." + ++addresses);
  }

  /** How many people there have been. */
  int people() {
    return addresses;
  }

  @Override
  public void close() {
    fixture.close();
  }
}
