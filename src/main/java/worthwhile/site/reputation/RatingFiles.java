package worthwhile.site.reputation;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import worthwhile.community.published.PublicRatings;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.Rating;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.view.SiteInstance;

/** The inputs of scores, for whoever wants to work them out again. */
final class RatingFiles {
  static final String RATINGS = "/about/reputation/ratings.jsonl";
  static final String TRUSTED = "/about/reputation/trusted.txt";
  static final String LINES = "application/jsonl";

  private final SiteInstance instance;

  /** All reviews are read for it: one reader at a time. */
  private final Semaphore one = new Semaphore(1);

  RatingFiles(SiteInstance instance) {
    this.instance = instance;
  }

  /** The accounts of {@code --trusted}, joined by commas. */
  void trusted(Context ctx) {
    PublicRatings ratings = new PublicRatings(instance.store(), instance.now());
    Answer.send(
        ctx, 200, "text/plain;charset=utf-8", Answer.SHORT, String.join(",", ratings.trusted()));
  }

  /** One rating a line, as the command {@code reputation} reads them. */
  void ratings(Context ctx) throws IOException {
    if (!one.tryAcquire()) {
      ctx.header("Retry-After", "10");
      throw HttpRefusal.forNow(
          503,
          "Busy",
          "Somebody else is reading this file. Try again soon.",
          Duration.ofMinutes(1));
    }
    try {
      ctx.contentType(LINES + ";charset=utf-8").header("Cache-Control", Answer.SHORT);
      if (ctx.method().equals(HandlerType.HEAD)) return;
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8), 1 << 16)) {
        new PublicRatings(instance.store(), instance.now()).each(rating -> write(out, rating));
      }
    } finally {
      one.release();
    }
  }

  private static void write(Writer out, Rating rating) {
    try {
      out.write(PostingJson.MAPPER.writeValueAsString(rating));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
