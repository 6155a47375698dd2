package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What push services are told of whom to write to. */
class PushContactTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "https://a.test,m@b.test,c@d.test,https://a.test",
    "http://a.test,m@b.test,c@d.test,mailto:m@b.test",
    ",,mailto:c@d.test,mailto:c@d.test",
    ",,c@d.test,mailto:c@d.test",
    ",,https://d.test/us,https://d.test/us",
    ",'m\"@b.test',,mailto:operator@localhost",
    ",,,mailto:operator@localhost"
  })
  void theFirstThatCanBeReached(String site, String from, String contact, String said) {
    Map<Settings.Key, String> given = new EnumMap<>(Settings.Key.class);
    if (site != null) given.put(Settings.Key.BASE_URL, site);
    if (from != null) given.put(Settings.Key.MAIL_FROM, from);
    if (contact != null) given.put(Settings.Key.CONTACT, contact);
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    assertThat(settings.pushContact()).isEqualTo(said);
  }
}
