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
  private static final int PAGE = 4096;

  private Noise() {}

  /** Into the middle of every compound file and every file of stored fields of an index. */
  public static void intoSegments(Path index) throws IOException {
    List<Path> files;
    try (var all = Files.walk(index)) {
      files = all.filter(file -> file.toString().matches(".*\\.(cfs|fdt)")).toList();
    }
    for (Path file : files) write(file, Files.size(file) / 2, BYTES);
  }

  /** Over a whole page of a database, from the one that lies this share of the way into it. */
  public static void overPages(Path database, int pages, double share) throws IOException {
    long count = Files.size(database) / PAGE;
    for (int n = 0; n < pages; n++) write(database, ((long) (count * share) + n) * PAGE, PAGE);
  }

  /**
   * Over pages in the middle of a table of a SQLite database, wherever they lie in the file: what
   * is read at the start of a program stays whole.
   */
  public static void overTable(Path database, String table, int pages)
      throws IOException, SQLException {
    List<Integer> leaves = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        PreparedStatement asked =
            connection.prepareStatement(
                "select pageno from dbstat where name = ? and pagetype = 'leaf' order by path")) {
      asked.setString(1, table);
      ResultSet rows = asked.executeQuery();
      while (rows.next()) leaves.add(rows.getInt(1));
    }
    if (leaves.size() < pages)
      throw new IllegalArgumentException(table + " has " + leaves.size() + " pages only");
    int first = (leaves.size() - pages) / 2;
    for (int page : leaves.subList(first, first + pages))
      write(database, (long) (page - 1) * PAGE, PAGE);
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
