package worthwhile.text;

import java.util.List;

/** Places as sources name them. */
public final class Places {
  private Places() {}

  /**
   * ISO 3166-1 alpha-2 codes of the countries a text names, in its order, without repeats; regions
   * ("EMEA", "Worldwide") and places that are not certain give none.
   */
  public static List<String> countries(String text) {
    throw new UnsupportedOperationException();
  }
}
