package worthwhile.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;

/** What results are counted by and can be narrowed to. */
enum Dimension {
  PLATFORM(Integer.MAX_VALUE),
  CATEGORY(Integer.MAX_VALUE),
  REQUESTER(30),
  COUNTRY(30);

  /** Most values shown. */
  final int shown;

  Dimension(int shown) {
    this.shown = shown;
  }

  /** Name of the parameter, the facet and the field that holds what values are compared by. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a value is shown as a posting spells it, not as it is compared; one value each. */
  boolean spelled() {
    return this == CATEGORY || this == REQUESTER;
  }

  /** Field with the spelling. */
  String nameField() {
    return field() + "Name";
  }

  /** Whether a posting without a value passes every choice: no country rule means everybody. */
  boolean emptyMeansAny() {
    return this == COUNTRY;
  }

  /** What the search asks for, in the form that is compared; empty means any. */
  List<String> chosen(SearchQuery query) {
    return switch (this) {
      case PLATFORM -> keys(query.platform());
      case CATEGORY -> keys(query.category());
      case REQUESTER -> keys(query.requester());
      case COUNTRY -> keys(query.country());
    };
  }

  /** The values of a posting as people read them. */
  Set<String> values(JobPosting posting) {
    return switch (this) {
      case PLATFORM -> set(Stream.ofNullable(posting.platform()));
      case CATEGORY -> set(Stream.ofNullable(posting.occupationalCategory()));
      case REQUESTER -> set(Stream.ofNullable(posting.hiringOrganization()).map(o -> o.name()));
      case COUNTRY -> set(posting.applicantLocationRequirements().stream());
    };
  }

  /** A value in the form that is compared: letter case and white space do not count. */
  String key(String value) {
    String text = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    if (text.length() > 1000) text = text.substring(0, 1000);
    return this == COUNTRY ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
  }

  void addTo(Document document, Posting posting) {
    for (String value : values(posting.job())) {
      String key = key(value);
      if (key.isEmpty()) continue;
      document.add(new StringField(field(), key, Field.Store.NO));
      document.add(new SortedSetDocValuesField(field(), new BytesRef(key)));
      if (spelled()) document.add(new BinaryDocValuesField(nameField(), new BytesRef(value)));
    }
  }

  private List<String> keys(Collection<String> values) {
    return values.stream().map(this::key).distinct().toList();
  }

  private static Set<String> set(Stream<String> values) {
    return Set.copyOf(values.filter(value -> value != null).toList());
  }
}
