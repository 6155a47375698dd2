package worthwhile.extract.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.rule.Draft;
import worthwhile.extract.rule.Links;
import worthwhile.source.SourceDefinition;
import worthwhile.text.Places;
import worthwhile.text.Workplace;
import worthwhile.text.pay.PayText;

/**
 * Reads a comment of a Hacker News hiring thread. Its first line goes {@code Company | Role | Place
 * | Remote | Pay | URL} by habit only.
 */
final class HnComment {
  private static final Pattern SEEKING =
      Pattern.compile(
          "^\\W*seeking\\s+(?:an?\\s+)?(work|freelancers?)\\b[\\s|:–—-]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)[^\\s|)>]+");
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:on-?site|hybrid|in[- ]person|in[- ]office)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern TERMS =
      Pattern.compile(
          "(?:full|part)[- ]?time|contract(?:or)?s?|freelance|intern(?:ship)?s?|permanent|temporary",
          Pattern.CASE_INSENSITIVE);

  /** What may stand beside terms without making a role of them. */
  private static final Pattern BESIDE_TERMS =
      Pattern.compile(
          "\\([^()]*+\\)?|\\b(?:or|and|only|based|to|hire|perm|possible|ok|okay|preferred|positions?|roles?"
              + "|jobs?|work|hours?|hrs?|per|week|weeks|months?|years?|visa|sponsorship|in|for|long|short|term|us|eu|uk)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAKEN_BACK =
      Pattern.compile("\\W*\\[?(?:deleted|dead|flagged)]?\\W*", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_LINE = 2_000;

  private final Draft draft;
  private final SourceDefinition source;
  private final List<String> words = new ArrayList<>();

  private HnComment(SourceDefinition source, Draft draft) {
    this.source = source;
    this.draft = draft;
  }

  static Grammars.Read read(SourceDefinition source, Draft row) {
    String field = row.has("description") ? "description" : "text";
    String text = row.text(field);
    if (text == null || TAKEN_BACK.matcher(text).matches()) return new Grammars.LeftOut();
    Matcher seeking = SEEKING.matcher(text);
    if (seeking.find() && seeking.group(1).equalsIgnoreCase("work")) return new Grammars.LeftOut();
    String offer = seeking.reset().find() ? text.substring(seeking.end()) : text;
    Draft draft = row.copy().put("description", text);
    new HnComment(source, draft).line(first(offer));
    return new Grammars.Drafts(List.of(draft));
  }

  /** The first line; of one that is a whole text, its start. */
  private static String first(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.substring(0, Math.min(line.length(), LONGEST_LINE));
  }

  private void line(String line) {
    String[] pieces = line.split("\\s*\\|\\s*|\\s+[•·]\\s+");
    if (pieces.length < 2) pieces = line.split("\\s+[-–—]\\s+");
    Arrays.stream(pieces).map(String::strip).filter(p -> !p.isEmpty()).forEach(this::piece);
    if (pieces.length >= 2 && words.size() >= 2) {
      draft.putIfAbsent("hiringOrganization", words.removeFirst());
    } else if (pieces.length >= 2 && words.size() == 1 && pieces.length > 2) {
      draft.putIfAbsent("hiringOrganization", words.getFirst());
    }
    draft.putIfAbsent("title", title(words.isEmpty() ? line : words.getFirst()));
    pay(line);
  }

  /** Files a piece by what it looks like; the rest are company, role and more, in that order. */
  private void piece(String piece) {
    Matcher link = LINK.matcher(piece);
    String bare = piece;
    if (link.find()) {
      Links.absolute(
              java.net.URI.create("https://news.ycombinator.com/"),
              link.group().replaceFirst("^www\\.", "https://www."))
          .ifPresent(url -> draft.putIfAbsent("requesterUrl", url));
      bare = piece.replace(link.group(), "").replaceAll("(?<![\\s()<>-])[\\s()<>-]++$", "").strip();
      if (bare.isEmpty()) return;
    }
    boolean shortPiece = bare.length() <= 60;
    if (shortPiece && Workplace.isRemote(bare)) {
      draft.put("jobLocationType", "TELECOMMUTE").putIfAbsent("jobLocation", bare);
      draft.putIfAbsent("applicantLocationRequirements", Places.countries(bare));
    } else if (shortPiece && (PLACE.matcher(bare).find() || (!words.isEmpty() && isPlace(bare)))) {
      draft.putIfAbsent("jobLocation", bare);
    } else if (shortPiece && areTerms(bare)) {
      draft.putIfAbsent("employmentType", bare);
    } else if (!(shortPiece
        && found(bare).isPresent()
        && bare.matches(".*[$€£¥₹].*|.*\\d\\s*[kK]\\b.*"))) {
      words.add(bare);
    }
  }

  /** Whether a piece says no more than how one is employed: "part-time transcriber" is a role. */
  private static boolean areTerms(String piece) {
    if (!TERMS.matcher(piece).lookingAt()) return false;
    String rest = BESIDE_TERMS.matcher(TERMS.matcher(piece).replaceAll(" ")).replaceAll(" ");
    return rest.codePoints().noneMatch(Character::isLetter);
  }

  private static boolean isPlace(String piece) {
    return piece.matches("[\\p{L}.,&/() -]{2,50}") && !Places.countries(piece).isEmpty();
  }

  private Optional<PayText.Found> found(@Nullable String text) {
    return PayText.find(text, PayText.Context.of(source.locale()));
  }

  private void pay(String line) {
    if (draft.has("baseSalary")) return;
    found(line)
        .or(() -> found(draft.text("description")))
        .ifPresent(found -> draft.put("baseSalary", found.amount()));
  }

  /** The first sentence, if the piece goes on. */
  private static String title(String text) {
    String sentence = text.replaceFirst("(?<=\\p{L}{3})[.!?]\\s.*$", "").strip();
    return sentence.length() <= LONGEST_TITLE
        ? sentence
        : sentence.substring(0, LONGEST_TITLE).replaceFirst("\\s+\\S*+$", "") + "…";
  }
}
