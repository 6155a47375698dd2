package worthwhile.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import worthwhile.source.read.Sources;

/** Names of domains that pretend, and others that only seem to. */
class LookAlikesTest {
  private static final LookAlikes LOOK_ALIKES =
      LookAlikes.of(Sources.load(Path.of("scrapers")).platforms());

  @ParameterizedTest
  @CsvFileSource(resources = "/warning/domain/hosts.csv", numLinesToSkip = 1)
  void aHostLooksLikeWhomItPretendsToBe(String host, String of) {
    assertThat(LOOK_ALIKES.host(host).flatMap(LookAlike::of).orElse(null)).isEqualTo(of);
  }
}
