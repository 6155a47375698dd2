package worthwhile.site.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import worthwhile.posting.Sentences;
import worthwhile.text.Sha256;

/**
 * Sends a whole body: with a strong validator for each encoding of it, 304 where the client has it,
 * compressed where that pays and the client can read it.
 */
public final class Answer {
  public static final String HTML = "text/html;charset=utf-8";
  public static final String JSON = "application/json;charset=utf-8";
  static final String PROBLEM = "application/problem+json;charset=utf-8";

  /** The browser may keep it, and asks each time whether it is still right; nobody between may. */
  public static final String REVALIDATE = "private, no-cache";

  public static final String SHORT = "public, max-age=10";
  static final String FOREVER = "public, max-age=31536000, immutable";

  /** Below this, headers and unpacking cost more than they save. */
  private static final int WORTH_PACKING = 700;

  private Answer() {}

  /** A page: what it says may depend on who asks and on what her browser remembers. */
  public static void html(Context ctx, int status, String body) {
    send(ctx, status, HTML, REVALIDATE, body);
    ctx.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
  }

  public static void json(Context ctx, String body) {
    send(ctx, 200, JSON, SHORT, body);
  }

  /** JSON for the one account that asks. */
  public static void own(Context ctx, String body) {
    send(ctx, 200, JSON, REVALIDATE, body);
  }

  public static void send(Context ctx, int status, String type, String caching, String body) {
    send(ctx, status, type, caching, body, tag(body));
  }

  /**
   * Answers with a validator of the caller's, for bodies that tell how long they took.
   *
   * @param tag what stands for the body's content, without quotes
   */
  public static void send(
      Context ctx, int status, String type, String caching, String body, String tag) {
    String sent = type.contains("json") ? Controls.without(body) : body;
    byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
    boolean packed = bytes.length >= WORTH_PACKING && takesGzip(ctx);
    ctx.status(status).contentType(type).header("Cache-Control", caching);
    ctx.header("Vary", "Accept-Encoding");
    if (type.equals(HTML)) ctx.header("Content-Language", Sentences.spoken().language());
    if (status == 200) {
      String etag = '"' + tag + (packed ? "-gz" : "") + '"';
      ctx.header("ETag", etag);
      if (has(ctx, etag)) {
        ctx.status(304);
        return;
      }
    }
    if (packed) ctx.header("Content-Encoding", "gzip");
    ctx.result(packed ? gzip(bytes) : bytes);
  }

  /** What stands for a text: 96 bits of its SHA-256. */
  public static String tag(String text) {
    return Sha256.hex(text).substring(0, 24);
  }

  private static boolean has(Context ctx, String etag) {
    String known = ctx.header("If-None-Match");
    if (known == null) return false;
    for (String one : known.split(",")) {
      String tag = one.strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) return true;
    }
    return false;
  }

  private static boolean takesGzip(Context ctx) {
    return Accept.of(ctx.header("Accept-Encoding")).takes("gzip");
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
