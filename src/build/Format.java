import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks or writes the format of every Java file below a folder: {@code Format check|write FOLDER}.
 */
public final class Format {
  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.defaultOptions());

  public static void main(String[] args) throws IOException {
    boolean write = args[0].equals("write");
    List<Path> wrong;
    try (var files = Files.walk(Path.of(args[1]))) {
      wrong =
          files.filter(file -> file.toString().endsWith(".java")).toList().parallelStream()
              .filter(file -> isWrong(file, write))
              .toList();
    }
    wrong.forEach(file -> System.err.println((write ? "formatted " : "not formatted: ") + file));
    if (!write && !wrong.isEmpty()) {
      System.err.println("Run: mvn process-sources -Dformat=write");
      System.exit(1);
    }
  }

  private static boolean isWrong(Path file, boolean write) {
    try {
      String before = Files.readString(file);
      String after = formatted(before);
      if (write && !after.equals(before)) Files.writeString(file, after);
      return !after.equals(before);
    } catch (IOException | FormatterException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static String formatted(String source) throws FormatterException {
    String trimmed = RemoveUnusedImports.removeUnusedImports(source);
    return FORMATTER.formatSource(
        ImportOrderer.reorderImports(trimmed, JavaFormatterOptions.Style.GOOGLE));
  }
}
