package worthwhile.site.guide;

import worthwhile.site.view.Labels;

/**
 * The pages that explain this site. Title and first line of each are in the catalogue ({@code
 * about.NAME.title}), its words in the template of its name.
 */
public enum AboutTopic {
  SITE("site", "/about"),
  PAY("pay", "/about/pay"),
  TRUST("trust", "/about/trust"),
  TRACES("traces", "/about/traces");

  private final String word;
  private final String path;

  AboutTopic(String word, String path) {
    this.word = word;
    this.path = path;
  }

  /** Name of its template. */
  String template() {
    return GuideRoutes.template("about-" + word);
  }

  public String path() {
    return path;
  }

  public String title() {
    return Labels.part("about." + word + ".title");
  }

  public String lead() {
    return Labels.part("about." + word + ".lead");
  }
}
