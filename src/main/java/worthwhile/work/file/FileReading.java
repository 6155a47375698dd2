package worthwhile.work.file;

import java.util.List;
import java.util.Optional;
import worthwhile.work.Work;

/** What was read of a file, or why nothing was. */
public sealed interface FileReading {
  /**
   * It was understood.
   *
   * @param format what it is
   * @param table its cells; absent if it is no CSV
   * @param mapping how its columns were read; absent if it is no CSV
   * @param rows work found, in the order of the file
   * @param rejected rows that were not taken, each with the reason
   * @param remarks what the worker should know of rows that were taken
   */
  record Understood(
      Format format,
      Optional<CsvTable> table,
      Optional<Mapping> mapping,
      List<Work> rows,
      List<Rejected> rejected,
      List<Remark> remarks)
      implements FileReading {
    public Understood {
      rows = List.copyOf(rows);
      rejected = List.copyOf(rejected);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Nothing of it was taken.
   *
   * @param reason cause and mend, for the worker to read
   * @param table its cells; absent if it is no CSV
   * @param mapping how its columns were to be read; absent if it is no CSV
   */
  record Refused(String reason, Optional<CsvTable> table, Optional<Mapping> mapping)
      implements FileReading {
    Refused(String reason) {
      this(reason, Optional.empty(), Optional.empty());
    }
  }

  /** Its cells; absent if it is no CSV. */
  Optional<CsvTable> table();

  /** How its columns are read; absent if it is no CSV. */
  Optional<Mapping> mapping();

  /**
   * A row that was not taken.
   *
   * @param line where it begins, counted from 1; in JSON the number of the row
   * @param field column that it fails on; empty if the row as a whole does
   */
  record Rejected(long line, String field, String reason) {}

  /** A row that was taken, with something to know. */
  record Remark(long line, String text) {}
}
