package worthwhile.flow;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Noise inside files, as a bad disk writes it. */
public final class Noise {
  private static final int BYTES = 300;
  private static final int SERVER_PAGE = 8192;

  private Noise() {}

  /** Into the middle of every compound file and every file of stored fields of an index. */
  public static void intoSegments(Path index) throws IOException {
    List<Path> files;
    try (var all = Files.walk(index)) {
      files = all.filter(file -> file.toString().matches(".*\\.(cfs|fdt)")).toList();
    }
    for (Path file : files) write(file, Files.size(file) / 2, BYTES);
  }

  /** Over whole pages of a file of PostgreSQL, from the one this share of the way into it. */
  public static void overPages(Path database, int pages, double share) throws IOException {
    long count = Files.size(database) / SERVER_PAGE;
    for (int n = 0; n < pages; n++)
      write(database, ((long) (count * share) + n) * SERVER_PAGE, SERVER_PAGE);
  }

  /**
   * Over the middle half of a table's pages in a SQLite database, wherever they lie in the file and
   * however large they are: what is read at the start of a program stays whole.
   *
   * @throws IllegalArgumentException if the table has fewer than four pages, so that no half of
   *     them lies in its middle
   */
  public static void overTable(Path database, String table) throws IOException, SQLException {
    List<Page> leaves = leaves(database, table);
    if (leaves.size() < 4)
      throw new IllegalArgumentException(table + " has " + leaves.size() + " pages only");
    int first = leaves.size() / 4;
    for (Page page : leaves.subList(first, leaves.size() - first))
      write(database, page.offset(), page.bytes());
  }

  private record Page(long offset, int bytes) {}

  private static List<Page> leaves(Path database, String table) throws SQLException {
    List<Page> leaves = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        PreparedStatement asked =
            connection.prepareStatement(
                "select pgoffset, pgsize from dbstat where name = ? and pagetype = 'leaf' order by path")) {
      asked.setString(1, table);
      ResultSet rows = asked.executeQuery();
      while (rows.next()) leaves.add(new Page(rows.getLong(1), rows.getInt(2)));
    }
    return leaves;
  }

  private static void write(Path file, long from, int length) throws IOException {
    byte[] noise = new byte[length];
    new Random(from).nextBytes(noise);
    try (var access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(Math.clamp(from, 0, Math.max(0, access.length() - length)));
      access.write(noise, 0, (int) Math.min(length, access.length()));
    }
  }
}
