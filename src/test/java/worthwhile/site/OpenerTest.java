package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who opened a window of ours has no hold on it where one signs in, decides or operates. */
class OpenerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "/account, same-origin",
    "/account/sign-in, same-origin",
    "/account/none, same-origin",
    "/moderation/queue, same-origin",
    "/operate, same-origin",
    "/, ''",
    "/alerts, ''",
    "/accounts, ''"
  })
  void isCutOffWhereItCouldDoHarm(String path, String expected) throws Exception {
    try (SiteFixture fixture = SiteFixture.empty(folder)) {
      assertThat(
              fixture
                  .send("GET", path)
                  .headers()
                  .firstValue("Cross-Origin-Opener-Policy")
                  .orElse(""))
          .isEqualTo(expected);
    }
  }
}
