package worthwhile.warning.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import worthwhile.warning.model.LearnedScams;
import worthwhile.warning.model.ScamModel;

/** The errors of the model on real postings that it did not learn from. */
@EnabledIfSystemProperty(named = "worthwhile.samples", matches = ".+")
class ScamStudySamplesTest {
  private static final Path SAMPLES = Path.of(System.getProperty("worthwhile.samples", ""));

  @Test
  void fraudsAreToldAsWellAsTheCardSays() throws IOException {
    List<Path> files =
        Stream.of(
                "data/emscad_balanced_text.csv.gz",
                "data/emscad_human_flags_50.csv.gz",
                "data/emscad_raw.csv.gz",
                "data2/genuine_hits_turkingbench.jsonl.gz")
            .map(SAMPLES::resolve)
            .toList();
    LearnedScams shipped = LearnedScams.shipped();
    ScamStudy.Result result =
        ScamStudy.learn(
            files, shipped.about().get("command"), LocalDate.parse(shipped.about().get("on")));
    assertThat(result.figures().balancedAccuracy(ScamModel.EVEN)).isGreaterThanOrEqualTo(0.88);
    assertThat(result.figures().prAuc()).isGreaterThanOrEqualTo(0.76);
    assertThat(result.figures().tenths())
        .allSatisfy(tenth -> assertThat(tenth.error()).isLessThanOrEqualTo(0.1));
    assertThat(result.learned().about()).containsAllEntriesOf(measured(shipped));
  }

  private static Map<String, String> measured(LearnedScams shipped) {
    Map<String, String> about = new HashMap<>(shipped.about());
    about.remove("steepness");
    about.remove("height");
    return about;
  }
}
