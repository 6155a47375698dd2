package worthwhile.source;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.word.Worded;

/**
 * One form in which a source answers, and how it is read.
 *
 * @param format what the body is
 * @param types schema.org types whose objects are the rows; empty unless json-ld or microdata
 * @param embedded where JSON stands inside an HTML page; absent if the body is what it seems
 * @param rows where the rows are
 * @param skipRows leading rows that are none
 * @param extractor the text grammar that reads the rows further
 * @param marks signs on the page
 * @param leaveOut rows that match any of these are left out
 * @param keep rows that do not match all of these are left out
 * @param once field by which repeated rows become one
 * @param fields rules by field name
 */
public record Shape(
    Format format,
    List<String> types,
    Optional<Embedded> embedded,
    Rows rows,
    int skipRows,
    Optional<TextExtractor> extractor,
    Marks marks,
    List<RowCondition> leaveOut,
    List<RowCondition> keep,
    Optional<String> once,
    Map<String, Rule> fields) {
  public Shape {
    types = List.copyOf(types);
    leaveOut = List.copyOf(leaveOut);
    keep = List.copyOf(keep);
    fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
  }

  /** What a body is. */
  public enum Format implements Worded {
    HTML,
    JSON,
    XML,
    JSON_LD,
    MICRODATA;
  }

  /** Where the rows are. */
  public sealed interface Rows {}

  /** Elements of the page. */
  public record ElementRows(Css css) implements Rows {}

  /** Elements of a JSON array, or of several. */
  public record JsonRows(Pointer pointer) implements Rows {}

  /** Objects of the shape's types. */
  public record TypedRows() implements Rows {}

  /** The page itself is the one row. */
  public record WholePage() implements Rows {}

  /** JSON inside an HTML page. */
  public sealed interface Embedded {}

  /** The content of an element, or of its attribute. */
  public record InElement(Css css, Optional<String> attr) implements Embedded {}

  /** What the first group matches, in the page's source. */
  public record InText(Pattern regex) implements Embedded {}

  /** Signs on the page. */
  public record Marks(List<Mark> empty, List<Mark> blocked, List<Mark> login, List<Mark> gone) {
    public Marks {
      empty = List.copyOf(empty);
      blocked = List.copyOf(blocked);
      login = List.copyOf(login);
      gone = List.copyOf(gone);
    }
  }
}
