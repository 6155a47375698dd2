package worthwhile.site.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The style sheet and the scripts, under names that change with their content, so that a browser
 * keeps them for good.
 */
public record Assets(Asset style, Asset script, Asset passkeys, Asset alerts) {
  /** A whole line of a comment in a script, which no browser needs. */
  private static final Pattern COMMENT = Pattern.compile("(?m)^ *// .*\\R");

  /** One file: its address, media type and text. */
  public record Asset(String path, String type, String text) {
    public void send(Context ctx) {
      Answer.send(ctx, 200, type, Answer.FOREVER, text);
    }
  }

  public static Assets load() {
    return new Assets(
        asset("site", ".css", "text/css; charset=utf-8"),
        asset("site", ".js", "text/javascript; charset=utf-8"),
        asset("passkeys", ".js", "text/javascript; charset=utf-8"),
        asset("alerts", ".js", "text/javascript; charset=utf-8"));
  }

  private static Asset asset(String name, String ending, String type) {
    String text = COMMENT.matcher(read("/static/" + name + ending)).replaceAll("");
    return new Asset("/static/" + name + "." + Answer.tag(text) + ending, type, text);
  }

  /** The text of one of the program's own files. */
  public static String read(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  /** One of the program's own files as it is. */
  public static byte[] bytes(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("the program lacks its file " + resource);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
