package worthwhile.fetch.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A decoded body. What the bytes are weighs more than what is declared: feeds and pages often
 * declare Latin-1 and send UTF-8.
 *
 * @param text without byte order mark
 * @param notes what was wrong with the declaration
 */
public record Body(String text, List<String> notes) {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROLOG =
      Pattern.compile("^\\W*<\\?xml\\s[^<>]*encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]+)");
  private static final int HEAD = 4096;

  /**
   * Decodes a body.
   *
   * @param contentType the Content-Type header that it came with
   */
  public static Body of(byte[] bytes, Optional<String> contentType) {
    Optional<Charset> mark = byteOrderMark(bytes);
    if (mark.isPresent()) return new Body(withoutMark(new String(bytes, mark.get())), List.of());
    List<Charset> declared = declared(contentType, bytes);
    Optional<Charset> seven = declared.stream().filter(each -> isSevenBit(each, bytes)).findFirst();
    if (seven.isPresent()) return new Body(new String(bytes, seven.get()), List.of());
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Optional<Charset> first = declared.stream().findFirst();
      boolean wide = first.filter(c -> c.name().startsWith("UTF-16")).isPresent();
      if (wide && text.indexOf(0) >= 0) return new Body(new String(bytes, first.get()), List.of());
      return new Body(text, wronglyDeclared(first, bytes, text));
    } catch (CharacterCodingException e) {
      return notUtf8(bytes, declared);
    }
  }

  /** Japanese in seven bits passes for UTF-8, but for its escapes. */
  private static boolean isSevenBit(Charset charset, byte[] bytes) {
    if (!charset.name().startsWith("ISO-2022")) return false;
    for (byte each : bytes) if (each == 0x1B) return true;
    return false;
  }

  private static List<String> wronglyDeclared(
      Optional<Charset> declared, byte[] bytes, String text) {
    boolean plain = bytes.length == text.length();
    return plain || declared.filter(c -> !c.equals(StandardCharsets.UTF_8)).isEmpty()
        ? List.of()
        : List.of("declares " + declared.get() + " but is UTF-8");
  }

  private static Body notUtf8(byte[] bytes, List<Charset> declared) {
    List<Charset> others =
        declared.stream().filter(c -> !c.equals(StandardCharsets.UTF_8)).distinct().toList();
    String replaced = new String(bytes, StandardCharsets.UTF_8);
    long broken = replaced.chars().filter(c -> c == 0xFFFD).count();
    long whole = replaced.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
    boolean nearly = whole > broken || (broken == 1 && replaced.endsWith("\uFFFD"));
    if (others.isEmpty() && nearly)
      return new Body(replaced, List.of(broken + " broken characters in UTF-8"));
    Charset charset = Charsets.of(bytes, others).orElse(Charsets.WINDOWS);
    String text = new String(bytes, charset);
    if (others.isEmpty()) return new Body(text, List.of("is not UTF-8; read as " + charset));
    boolean told = charset.equals(declared.getFirst());
    return new Body(
        text, told ? List.of() : List.of("declares " + declared.getFirst() + " but is " + charset));
  }

  private static Optional<Charset> byteOrderMark(byte[] b) {
    if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF)
      return Optional.of(StandardCharsets.UTF_8);
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE)
      return Optional.of(StandardCharsets.UTF_16LE);
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF)
      return Optional.of(StandardCharsets.UTF_16BE);
    return Optional.empty();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? withoutMark(text.substring(1)) : text;
  }

  /** What is declared, the surest first: by the server, by the XML prolog, by the page's head. */
  private static List<Charset> declared(Optional<String> contentType, byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    return Stream.of(
            contentType.flatMap(Body::charsetOf),
            group(PROLOG, head),
            isData(head) ? Optional.<String>empty() : HeadCharset.in(head))
        .flatMap(Optional::stream)
        .flatMap(name -> Charsets.named(name).stream())
        .toList();
  }

  /** Whether a body is JSON: markup in its texts says nothing of itself. */
  private static boolean isData(String head) {
    String start = head.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** The name of the charset in a content type. */
  static Optional<String> charsetOf(String contentType) {
    return group(CHARSET, contentType);
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What the body seems to be, by its first characters and its content type. */
  public Kind kind(Optional<String> contentType) {
    String start = head(afterBlanks(0));
    String type = contentType.orElse("").toLowerCase(Locale.ROOT);
    if (isData(start)) return Kind.JSON;
    if (start.startsWith("<")) return markup(start, type);
    if (type.contains("json") && !start.isEmpty()) return Kind.JSON;
    if (isData(JsonGuard.off(start))) return Kind.JSON;
    return start.contains("<") && type.contains("html") ? Kind.HTML : Kind.OTHER;
  }

  private Kind markup(String start, String type) {
    String element = head(afterProlog());
    if (HTML_START.matcher(element).lookingAt()) return Kind.HTML;
    boolean xml =
        start.startsWith("<?xml")
            || type.contains("xml")
            || FEED.matcher(element).lookingAt()
            || NAMESPACED.matcher(element).lookingAt();
    return xml ? Kind.XML : Kind.HTML;
  }

  private String head(int from) {
    return text.substring(from, Math.min(text.length(), from + HEAD));
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    return at;
  }

  /** Where blanks, XML declarations and comments end. Counted by hand: no text runs it in rings. */
  private int afterProlog() {
    int at = afterBlanks(0);
    while (true) {
      String mark = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?xml", at) ? ">" : "";
      int end = mark.isEmpty() ? -1 : text.indexOf(mark, at + 4);
      if (end < 0) return at;
      at = afterBlanks(end + mark.length());
    }
  }

  private static final Pattern HTML_START =
      Pattern.compile("<!doctype html|<html\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern FEED = Pattern.compile("<(?:rss|feed|rdf:RDF)\\b");

  /** A first element with a namespace that is none of HTML's. */
  private static final Pattern NAMESPACED =
      Pattern.compile(
          "<(?!(?:html|svg|math)\\b)[A-Za-z][\\w.:-]*+\\s[^>]*\\bxmlns(?::\\w++)?\\s*+=");

  /** What a body seems to be. */
  public enum Kind {
    HTML,
    XML,
    JSON,
    OTHER
  }
}
