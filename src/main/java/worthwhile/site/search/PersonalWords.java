package worthwhile.site.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;

/**
 * What an address or a form says about the worker herself.
 *
 * @param said country, floor, currency and kinds of work, as {@link Remembered#with} takes them
 * @param mistakes what was wrong with it
 */
record PersonalWords(Map<String, List<String>> said, List<Mistake> mistakes) {
  private static final String CURRENCY = "the code of a currency with a rate of exchange, like KES";

  static PersonalWords of(Map<String, List<String>> given, SiteInstance instance) {
    PersonalWords words = new PersonalWords(new LinkedHashMap<>(), new ArrayList<>());
    for (String name : List.of("country", "kind"))
      if (given.containsKey(name)) words.said.put(name, given.get(name));
    // To look at everything once is no wish for ever.
    words.said.remove("kind", List.of(Remembered.ANY));
    if (given.containsKey(Floor.NAME)) words.floor(given.get(Floor.NAME).getLast(), instance);
    if (given.containsKey(Remembered.CURRENCY))
      words.currency(given.get(Remembered.CURRENCY).getLast().strip(), instance);
    return words;
  }

  private void floor(String text, SiteInstance instance) {
    switch (Floor.choice(text, instance.today(), instance::rates)) {
      case Floor.Choice.Made(Floor floor) ->
          said.put(Floor.NAME, List.of(floor.chosen().isEmpty() ? "none" : floor.text()));
      case Floor.Choice.Mistaken(String allowed) ->
          mistakes.add(new Mistake(Floor.NAME, text, allowed));
    }
  }

  private void currency(String code, SiteInstance instance) {
    boolean known = instance.rates().knows(code.toUpperCase(Locale.ROOT));
    if (known || code.equalsIgnoreCase("none")) said.put(Remembered.CURRENCY, List.of(code));
    else mistakes.add(new Mistake(Remembered.CURRENCY, code, CURRENCY));
  }
}
