package worthwhile.work;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import worthwhile.work.file.FileReading;
import worthwhile.work.file.Reader;
import worthwhile.work.file.WorkFile;
import worthwhile.work.file.WorkFileTest;

/** Invented work of a worker, for tests of other stages. */
public final class WorkFileSamples {
  private WorkFileSamples() {}

  /** Six pieces of every kind. */
  public static List<Work> rows(String worker, Instant now) {
    Reader reader = new Reader(worker, ZoneOffset.UTC, now, _ -> Optional.empty());
    byte[] file = WorkFileTest.PROLIFIC.getBytes(StandardCharsets.UTF_8);
    WorkFile.Wish wish = WorkFile.Wish.plain("f.csv", Optional.empty());
    return ((FileReading.Understood) WorkFile.read(file, wish, reader)).rows();
  }
}
