package worthwhile.extract.rule;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import worthwhile.source.Filter;
import worthwhile.text.CleanText;
import worthwhile.text.MarkupParser;
import worthwhile.text.Workplace;

/** Applies the filters of a rule to a text. */
final class FilterSteps {
  private FilterSteps() {}

  /** The changed value; absent if the filter leaves nothing. */
  static Optional<String> apply(Filter filter, String value, URI base) {
    return switch (filter) {
      case Filter.Lower lower -> Optional.of(value.toLowerCase(Locale.ROOT));
      case Filter.Unescape unescape -> Optional.of(Parser.unescapeEntities(value, false));
      case Filter.Html html -> Optional.of(CleanText.plain(value));
      case Filter.Without without -> without(without, value);
      case Filter.Line line -> Optional.of(CleanText.line(value));
      case Filter.Remote remote -> Optional.of(value).filter(Workplace::isRemote);
      case Filter.Absolute absolute -> Links.absolute(base, value);
      case Filter.Digest digest -> Optional.of(Digest.of(value));
      case Filter.Replace replace -> Optional.of(value.replace(replace.find(), replace.with()));
      case Filter.Regex regex -> group(regex, value);
      case Filter.Split split -> piece(split, value);
      case Filter.Query query -> parameter(query.name(), value);
      case Filter.Prefix prefix -> Optional.of(prefix.text() + value);
      case Filter.Suffix suffix -> Optional.of(value + suffix.text());
    };
  }

  private static Optional<String> without(Filter.Without parts, String markup) {
    if (markup.indexOf('<') < 0) return Optional.of(markup);
    Document document = MarkupParser.parse(markup, "");
    document.outputSettings().prettyPrint(false);
    document.select(parts.css().selector()).remove();
    return Optional.of(document.body().html());
  }

  private static Optional<String> group(Filter.Regex regex, String value) {
    var matcher = regex.find().matcher(value);
    return matcher.find() ? Optional.ofNullable(matcher.group(regex.group())) : Optional.empty();
  }

  private static Optional<String> piece(Filter.Split split, String value) {
    String[] pieces = value.split(Pattern.quote(split.at()), -1);
    int at = split.take() < 0 ? pieces.length + split.take() : split.take();
    return at >= 0 && at < pieces.length ? Optional.of(pieces[at].strip()) : Optional.empty();
  }

  private static Optional<String> parameter(String name, String link) {
    int from = link.indexOf('?');
    if (from < 0) return Optional.empty();
    for (String pair : link.substring(from + 1).replaceFirst("(?s)#.*", "").split("[&;]")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).equals(name))
        return Optional.of(decoded(pair.substring(equals + 1)));
    }
    return Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
