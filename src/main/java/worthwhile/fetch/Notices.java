package worthwhile.fetch;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Pages that stand where content should: maintenance, and "not found" served as if all was well.
 */
final class Notices {
  private static final int FEW_WORDS = 300;

  private static final Pattern MAINTENANCE =
      Pattern.compile(
          "(?:(?:site|website|forum|board|we(?:'| a)re|currently)?\\s*(?:is\\s*)?(?:closed|down|offline)"
              + " for (?:\\w+ )?maintenance"
              + "|(?:site|system|scheduled|planned|under|server|website)? ?maintenance(?: mode| page)?"
              + "|(?:site |website )?(?:is )?(?:currently )?under maintenance"
              + "|(?:we'll|we will) be (?:right )?back(?: soon| shortly)?"
              + "|(?:503 )?service (?:temporarily )?unavailable"
              + "|(?:site|temporarily|currently) (?:temporarily |currently )?(?:unavailable|offline)"
              + "|wartungsarbeiten|wartungsmodus|site en maintenance|en mantenimiento)");

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "(?:error )?404(?: error)?(?: page| not found)*"
              + "|(?:page|file|job|posting|topic|thread|the page) (?:was )?(?:not|cannot be|could not be)"
              + " found"
              + "|not found|http 404|error 404");

  private Notices() {}

  /** Whether the page says that the site is being worked on. */
  static boolean maintenance(PageSigns page, boolean htmlExpected) {
    return speaks(page, htmlExpected, MAINTENANCE);
  }

  /** Whether the page says that what was asked for does not exist. */
  static boolean notFound(PageSigns page, boolean htmlExpected) {
    if (page.has("meta[name=object][content=file_not_found]")) return true;
    return speaks(page, htmlExpected, NOT_FOUND);
  }

  private static boolean speaks(PageSigns page, boolean htmlExpected, Pattern phrase) {
    boolean titled = page.titles().stream().anyMatch(part -> phrase.matcher(part).matches());
    if (page.marksUpContent()) return false;
    if (titled && (!htmlExpected || page.words() < FEW_WORDS)) return true;
    List<String> headings =
        page.all("h1, h2")
            .limit(3)
            .map(e -> PageSigns.shortened(e.text()).replaceAll("[.!]+$", ""))
            .toList();
    boolean headed = headings.stream().anyMatch(heading -> phrase.matcher(heading).matches());
    return headed && (page.words() < 60 || titled);
  }
}
