package worthwhile.site.warning;

import java.util.List;
import java.util.Objects;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Assets;

/**
 * A public office that takes reports of scams.
 *
 * @param country whose people it is for
 * @param url where to report
 */
record ReportingOffice(String country, String name, String url) {
  ReportingOffice {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(name, "name");
    if (!url.startsWith("https://")) throw new IllegalArgumentException("no https address: " + url);
  }

  /** All that come with the program, by country. */
  static List<ReportingOffice> shipped() {
    String json = Assets.read("/worthwhile/warning/offices.json");
    return List.of(PostingJson.MAPPER.readValue(json, ReportingOffice[].class));
  }
}
