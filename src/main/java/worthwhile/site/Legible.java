package worthwhile.site;

import io.javalin.http.Context;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.MimeTypes;
import worthwhile.site.http.HttpRefusal;

/**
 * Whether a request can be read at all: what cannot must not be passed over as if it were not
 * there.
 */
final class Legible {
  private Legible() {}

  /** Refuses broken escapes in the address, and a body in letters that nobody knows. */
  static void require(Context ctx) {
    for (Map.Entry<String, List<String>> each : ctx.queryParamMap().entrySet())
      if (each.getValue().isEmpty())
        throw new HttpRefusal(
            400,
            "Bad parameters",
            "The value of " + each.getKey() + " cannot be read: write % as %25 in an address.");
    String type = ctx.header("Content-Type");
    if (type != null && !isCharsetKnown(type))
      throw new HttpRefusal(
          415,
          "Unknown charset",
          "The charset in the Content-Type " + type + " is not known. Send UTF-8.");
  }

  private static boolean isCharsetKnown(String type) {
    try {
      String charset = MimeTypes.getCharsetFromContentType(type);
      return charset == null || Charset.isSupported(charset);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException unknown) {
      return false;
    }
  }
}
