package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.site.http.SiteSettings;

/** The program breaks in the middle of a request: who asked is told, and the next is answered. */
class ProgramFaultTest {
  @TempDir private Path folder;

  /** A clock that can be made to break as classes and recursions do. */
  private static final class BreakingClock extends Clock {
    private volatile Supplier<Instant> now = SiteFixture.CLOCK::instant;

    void breakWith(Supplier<Error> error) {
      now =
          () -> {
            throw error.get();
          };
    }

    void mend() {
      now = SiteFixture.CLOCK::instant;
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return SiteFixture.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Error made(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "recursion" -> new StackOverflowError();
      case "class" -> new NoClassDefFoundError("worthwhile/Lost");
      default -> new AssertionError(name);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"recursion", "class", "assertion"})
  void anErrorIsToldAsAnyOtherFailureAndTheSiteGoesOn(String name) {
    BreakingClock clock = new BreakingClock();
    try (SiteFixture fixture = SiteFixture.empty(folder, SiteSettings.local("1.2.3"), clock)) {
      clock.breakWith(() -> made(name));
      HttpResponse<String> page = fixture.get("/market", "Accept-Language", "es");
      HttpResponse<String> call = fixture.get("/api/v1/postings");
      clock.mend();

      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(Jsoup.parse(page.body()).select("html").attr("lang")).isEqualTo("es");
      assertThat(Jsoup.parse(page.body()).select("main").text()).matches("(?s).*[0-9a-f]{10}.*");
      assertThat(call.statusCode()).isEqualTo(500);
      assertThat(call.body()).contains("\"title\":\"Internal error\"").doesNotContain(name);
      assertThat(fixture.get("/market").statusCode()).isEqualTo(200);
      assertThat(fixture.get("/api/v1/postings").statusCode()).isEqualTo(200);
    }
  }
}
