package worthwhile.pay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import worthwhile.posting.PostingJson;

/**
 * The model of times with what made it, as it is kept in {@code time-model.json}.
 *
 * @param command that made it
 * @param on the day of that
 * @param batches it was learned from
 * @param requesters whose they were
 * @param errors measured on these batches, each requester's by a model that never saw her
 */
public record Learned(
    String command,
    LocalDate on,
    int batches,
    int requesters,
    List<ErrorRow> errors,
    TimeModel model) {
  private static final String FILE = "time-model.json";

  /** The model shipped inside. */
  public static Learned shipped() {
    return Shipped.LEARNED;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final Learned LEARNED = load();

    private static Learned load() {
      try (InputStream in = Learned.class.getResourceAsStream(FILE)) {
        if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
        return PostingJson.MAPPER.readValue(in, Learned.class);
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " cannot be read", e);
      }
    }
  }
}
