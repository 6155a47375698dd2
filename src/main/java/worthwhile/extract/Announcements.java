package worthwhile.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.body.Body;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.text.Shortened;
import worthwhile.text.time.DateText;
import worthwhile.text.word.Sought;

/**
 * Finds the sentence by which a platform announces on its own page that it closes or goes over into
 * another. A false alarm frightens people away from work, so much must come together: a place that
 * is meant for notices and outside the listed rows, the platform itself as the subject, a word for
 * an end that has no other object, and a date. English only.
 */
public final class Announcements {
  /** The banner that Mechanical Turk showed; it needs neither a subject nor a date. */
  private static final String BANNER = ".maintenance-banner";

  private static final String PLACES =
      "[class*=banner],[class*=notice],[class*=alert],[class*=announc],[id*=banner],[id*=notice],"
          + "[id*=announc],[role=alert],[role=banner],[role=status],dialog,h1,h2";

  /** More than this is no notice but a page. */
  private static final int LONGEST_PLACE = 3_000;

  /** A page with less than this may be nothing but the announcement. */
  private static final int SHORT_PAGE = 4_000;

  private static final int LONGEST_QUOTE = 300;

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final Pattern FULL_DATE =
      Pattern.compile(
          "(?i)\\b(?:"
              + MONTH
              + "\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+20\\d\\d|\\d{1,2}(?:st|nd|rd|th)?\\s+"
              + MONTH
              + ",?\\s+20\\d\\d|20\\d\\d-[01]\\d-[0-3]\\d)\\b");
  private static final Pattern MONTH_ONLY =
      Pattern.compile("(?i)\\b" + MONTH + ",?\\s+20\\d\\d\\b");

  /** Only such words may stand between the platform and what it does. */
  private static final String BETWEEN =
      "(?:\\s*\\([^)]{0,40}\\))?,?\\s+(?:(?:will|is|are|has|have|be|been|being|going|to|planning|plans?"
          + "|decided|made|the|hard|difficult|decision|soon|now|unfortunately|permanently"
          + "|officially|sadly|also|therefore|that|it|we)\\s+){0,10}";

  private static final String END =
      "(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?(?=\\s+(?:down|its|our))|discontinued|retired|sunset(?:ted)?"
          + "|shutter(?:ed|ing)|ceas(?:e|es|ed|ing)(?:\\s+to\\s+(?:exist|operate))?"
          + "|wind(?:s|ing)?\\s+down|end(?:s|ed|ing)?(?=\\s+(?:operations?|service)))";
  private static final String FOR_GOOD =
      "(?:\\s+(?:down|permanently|for\\s+good|forever|(?:its|our)\\s+doors|(?:all\\s+)?operations?|service))";

  /** The end has no other object: not "we will close applications". */
  private static final String NO_OBJECT =
      "(?=\\s*(?:$|[,.;:!()—–-]|on\\b|effective\\b|as\\s+of\\b|by\\b|from\\b|in\\b|at\\s+the\\s+end\\b|"
          + MONTH
          + "\\s|\\d))";

  private static final String THE_SITE =
      "(?:our|this|the)\\s+(?:site|website|service|platform|marketplace)";

  private static final Pattern OTHER_MATTERS =
      Pattern.compile(
          "(?i)\\b(?:re-?open|holidays?|vacation|christmas|temporar|(?:scheduled|planned)\\s+maintenance"
              + "|maintenance\\s+window|for\\s+maintenance|outage|offices?|stores?|season|hiring"
              + "|applications?\\s+(?:for|to)|registrations?|enrol|stud(?:y|ies)\\b|surveys?\\b"
              + "|positions?\\b|roles?\\b|competition|challenges?\\b|contest|deadline|voting|beta"
              + "|threads?\\b|tickets?\\b|support\\s+for|versions?\\b|apis?\\b|features?\\b|endpoint"
              + "|will\\s+be\\s+back)");
  private static final Pattern BANNER_END =
      Pattern.compile(
          "(?i)\\b(?:will\\s+(?:permanently\\s+)?close|(?:is|are)\\s+(?:permanently\\s+)?clos(?:ing|ed)"
              + "|has\\s+closed|shut(?:ting)?\\s+down|discontinued|ceases?\\s+operations?)\\b");

  /** Whether a closer look can be worth it: most pages are done with after this. */
  private static final Sought HINT =
      Sought.of(
          "maintenance-banner|\\b(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?|discontinued|retired|sunset"
              + "|shutter|ceas|wind(?:s|ing)? down|ending|ends|merg(?:e|ed|ing)|replaced|moved|migrated"
              + "|transferred|transitioned)\\b.{0,300}?\\b20\\d\\d\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Announcements() {}

  /** What the page, an answer of the source, announces of its platform. */
  public static Optional<Announcement> in(SourceDefinition source, ParsedPage page) {
    if (page.kind() != Body.Kind.HTML || !HINT.isIn(page.body().text())) return Optional.empty();
    List<String> names =
        new ArrayList<>(List.of(source.name(), source.platform().replace('-', ' ')));
    source.about().operator().ifPresent(names::add);
    Set<Element> rows = new HashSet<>();
    for (Shape shape : source.listing().shapes())
      if (shape.rows() instanceof Shape.ElementRows(var css))
        rows.addAll(page.document().select(css.selector()));
    return in(page.document(), names, rows);
  }

  /**
   * What a page announces.
   *
   * @param names of the platform
   * @param rows elements whose text is not the platform's own
   */
  static Optional<Announcement> in(Document page, Collection<String> names, Set<Element> rows) {
    Optional<Announcement> banner = banner(page);
    if (banner.isPresent()) return banner;
    List<Pattern> closing = closing(names);
    List<Pattern> merging = merging(names);
    for (String text : notices(page, rows))
      for (String sentence : text.split("(?<=[.!?])\\s+(?=\\p{Lu})|\\n")) {
        Optional<Announcement> found =
            told(sentence, closing, Announcement.Kind.CLOSING)
                .or(() -> told(sentence, merging, Announcement.Kind.MERGING));
        if (found.isPresent()) return found;
      }
    return Optional.empty();
  }

  private static Optional<Announcement> banner(Document page) {
    Element banner = page.selectFirst(BANNER);
    if (banner == null) return Optional.empty();
    Element headline = banner.selectFirst(BANNER + "-headline");
    String quote = (headline == null ? banner : headline).text();
    String all = banner.text();
    if (!BANNER_END.matcher(all).find() || OTHER_MATTERS.matcher(quote).find())
      return Optional.empty();
    return Optional.of(
        new Announcement(
            Announcement.Kind.CLOSING,
            Shortened.to(LONGEST_QUOTE, quote),
            day(quote).or(() -> day(all))));
  }

  /** The texts of places meant for notices, the outermost of each first. */
  private static List<String> notices(Document page, Set<Element> rows) {
    List<String> texts = new ArrayList<>();
    for (Element place : page.select(PLACES)) {
      boolean foreign =
          rows.contains(place)
              || place.parents().stream().anyMatch(rows::contains)
              || rows.stream().anyMatch(row -> row.parents().contains(place));
      String text = foreign ? "" : place.wholeText().strip();
      if (!text.isEmpty() && text.length() <= LONGEST_PLACE) texts.add(lines(place));
    }
    if (rows.isEmpty() && page.body().text().length() <= SHORT_PAGE) texts.add(lines(page.body()));
    return texts;
  }

  /** The text with a line for each block, so that a heading does not run into what follows. */
  private static String lines(Element place) {
    StringBuilder lines = new StringBuilder();
    place.traverse(
        (node, depth) -> {
          if (node instanceof org.jsoup.nodes.TextNode text) lines.append(text.text());
          else if (node instanceof Element element && (element.isBlock() || element.nameIs("br")))
            lines.append('\n');
        });
    return lines
        .toString()
        .replaceAll("[ \\t\\u00A0]+", " ")
        .replaceAll("(?<!\\s)[^\\S\\n]*+\\n\\s*+", "\n")
        .strip();
  }

  private static Optional<Announcement> told(
      String sentence, List<Pattern> patterns, Announcement.Kind kind) {
    boolean dated = FULL_DATE.matcher(sentence).find() || MONTH_ONLY.matcher(sentence).find();
    if (!dated || OTHER_MATTERS.matcher(sentence).find()) return Optional.empty();
    return patterns.stream().anyMatch(pattern -> pattern.matcher(sentence).find())
        ? Optional.of(
            new Announcement(kind, Shortened.to(LONGEST_QUOTE, sentence.strip()), day(sentence)))
        : Optional.empty();
  }

  private static List<Pattern> closing(Collection<String> names) {
    String platform = platform(names);
    return List.of(
        pattern(platform + BETWEEN + END + FOR_GOOD + "{0,2}" + NO_OBJECT),
        pattern(
            "\\bwe"
                + BETWEEN
                + "(?:(?:permanently\\s+)clos(?:e|ed|ing)|"
                + END
                + FOR_GOOD
                + "{1,2})"
                + NO_OBJECT),
        pattern(
            "\\b(?:decision|decided|going|have)\\s+to\\s+(?:permanently\\s+)?(?:close|shut\\s+down|discontinue"
                + "|retire|sunset|wind\\s+down)\\s+(?:down\\s+)?"
                + platform
                + NO_OBJECT));
  }

  private static List<Pattern> merging(Collection<String> names) {
    String platform = platform(names);
    return List.of(
        pattern(
            "(?:"
                + platform
                + "|\\bwe)"
                + BETWEEN
                + "(?:merg(?:e|es|ed|ing)\\s+(?:with|into)|replaced\\s+by|becom(?:e|es|ing)\\s+part\\s+of)\\b"),
        pattern(
            "\\b(?:accounts?|workers?|contributors?|taskers?|members?|freelancers?)\\s+(?:will\\s+be|are"
                + "(?:\\s+being)?|have\\s+been|were)\\s+(?:moved|migrated|transferred|transitioned)\\s+to"
                + "\\s+(?-i:\\p{Lu})"));
  }

  private static String platform(Collection<String> names) {
    String own =
        names.stream()
            .filter(name -> name.length() > 2)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return "\\b(?:" + (own.isEmpty() ? "" : own + "|") + THE_SITE + ")";
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Optional<LocalDate> day(String text) {
    Matcher date = FULL_DATE.matcher(text);
    if (!date.find()) return Optional.empty();
    return DateText.parse(
            date.group().replaceFirst("(?i)(?<=\\d)(?:st|nd|rd|th)\\b", ""),
            new DateText.Context(Locale.ENGLISH, ZoneOffset.UTC, Instant.EPOCH))
        .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
