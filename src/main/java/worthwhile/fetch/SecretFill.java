package worthwhile.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.text.Escaped;

/** Puts the operator's secrets into a request at the last moment and takes them out of all else. */
final class SecretFill {
  /** {@code {secret:NAME}}, in a URL also with its braces and colon percent-encoded. */
  private static final Pattern PLACE =
      Pattern.compile("(?:\\{|%7B)secret(?::|%3A)([\\w.-]+?)(?:\\}|%7D)", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> missing = new TreeSet<>();

  /** Looks up all secrets that a request of a source needs. */
  static SecretFill of(Secrets secrets, PageRequest request, SourceDefinition source) {
    Set<String> names = new TreeSet<>(source.secrets());
    Stream.of(
            Stream.of(request.url().toString()),
            request.body().stream(),
            request.headers().values().stream(),
            source.fetch().headers().values().stream())
        .flatMap(texts -> texts)
        .forEach(text -> PLACE.matcher(text).results().forEach(found -> names.add(found.group(1))));
    request.auth().or(() -> source.fetch().auth()).ifPresent(auth -> names.addAll(auth.secrets()));
    SecretFill fill = new SecretFill();
    names.forEach(name -> fill.put(name, secrets));
    return fill;
  }

  private void put(String name, Secrets secrets) {
    String value = secrets.secret(name).map(String::strip).orElse("");
    if (value.isEmpty()) missing.add(name);
    else values.put(name, value);
  }

  /** Names of the secrets that the operator has not set. */
  Set<String> missing() {
    return missing;
  }

  /** Whether the text asks for a secret. */
  static boolean asks(String text) {
    return PLACE.matcher(text).find();
  }

  /** Adds a value that must not be shown either, such as a token got with a secret. */
  void alsoHide(String name, String value) {
    values.put(name, value);
  }

  @Nullable String value(String name) {
    return values.get(name);
  }

  /** The header by which HTTP Basic says who asks. */
  String basic(String user, String password) {
    String pair = values.get(user) + ":" + values.get(password);
    String packed = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    alsoHide(user + "+" + password, packed);
    return "Basic " + packed;
  }

  URI url(URI template) {
    String text = template.toString();
    return asks(text) ? URI.create(fill(text, Escaped::inAddress)) : template;
  }

  String header(String template) {
    return fill(template, value -> value);
  }

  /** Fills a body so that the value stays one value in the body's own syntax. */
  String body(String template, String contentType) {
    if (contentType.contains("x-www-form-urlencoded")) return fill(template, Escaped::inAddress);
    return fill(template, SecretFill::quoted);
  }

  private String fill(String template, UnaryOperator<String> syntax) {
    return PLACE
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(syntax.apply(values.get(found.group(1)))));
  }

  /** The text with each secret's value replaced by its name, for people. */
  String hide(String text) {
    return hide(text, "{secret:", "}");
  }

  /** The same for the text of a URL, which can be filled again. */
  String hideInUrl(String text) {
    return hide(text, "%7Bsecret:", "%7D");
  }

  /**
   * An answer that repeats a secret's value, with the secret's name instead; absent if it repeats
   * none. For finding words about it, not for extraction.
   */
  Optional<Response> hidden(Response response) {
    Map<String, String> headers = new HashMap<>(response.headers());
    headers.replaceAll((_, value) -> hide(value));
    String text = new String(response.body(), StandardCharsets.UTF_8);
    String body = hide(text);
    if (body.equals(text) && headers.equals(response.headers())) return Optional.empty();
    return Optional.of(
        new Response(
            response.url(),
            response.status(),
            headers,
            body.getBytes(StandardCharsets.UTF_8),
            response.at()));
  }

  private String hide(String text, String open, String close) {
    String hidden = text;
    for (Map.Entry<String, String> secret : values.entrySet()) {
      String name = Matcher.quoteReplacement(open + secret.getKey() + close);
      for (String shape : shapes(secret.getValue()))
        hidden = anyCase(shape).matcher(hidden).replaceAll(name);
    }
    return hidden;
  }

  private static Pattern anyCase(String literal) {
    return Pattern.compile(literal, Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
  }

  /** The ways in which a server may echo a value. */
  private static Set<String> shapes(String value) {
    return Set.copyOf(
        List.of(
            value,
            Escaped.inAddress(value),
            URLEncoder.encode(value, StandardCharsets.UTF_8),
            quoted(value)));
  }

  private static String quoted(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
  }
}
