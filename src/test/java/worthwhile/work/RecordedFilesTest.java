package worthwhile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.Recordings;
import worthwhile.work.file.FileReading;
import worthwhile.work.file.Format;
import worthwhile.work.file.WorkFile;
import worthwhile.work.file.WorkFileTest;

/** Files that workers really had; read where present. */
class RecordedFilesTest {
  private static FileReading.Understood read(String folder, String file) throws IOException {
    Path path = Recordings.folder().resolve(folder).resolve(file);
    assumeTrue(Files.exists(path), "no recordings here");
    return (FileReading.Understood)
        WorkFile.read(
            Recordings.bytes(path),
            WorkFile.Wish.plain(file, Optional.empty()),
            WorkFileTest.READER);
  }

  @Test
  void aProlificExport() throws IOException {
    FileReading.Understood reading = read("platforms", "prolific_submissions_export.csv");
    assertThat(reading.format()).isEqualTo(Format.PROLIFIC_EXPORT);
    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows())
        .extracting(Work::status)
        .containsExactly(
            Status.APPROVED, Status.APPROVED, Status.APPROVED, Status.RETURNED, Status.RETURNED);
    assertThat(reading.rows())
        .extracting(work -> work.payment().currency())
        .containsExactly("USD", "GBP", "USD", "USD", "GBP");
  }

  @Test
  void aMechanicalTurkHistory() throws IOException {
    FileReading.Understood reading = read("mturk", "sampleHitDatabase.json");
    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows()).hasSize(63);
    assertThat(reading.rows()).filteredOn(work -> work.status() == Status.APPROVED).hasSize(2);
    assertThat(reading.rows())
        .extracting(Work::requesterName)
        .noneMatch(name -> name.contains("+"));
    assertThat(reading.remarks()).hasSize(1);
    BigDecimal all =
        reading.rows().stream()
            .map(work -> work.payment().gross())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(all).isEqualByComparingTo(SUM);
  }

  /** Added up by hand of the file. */
  private static final BigDecimal SUM = new BigDecimal("63.95");
}
