package worthwhile.site.search;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.me.LanguageNames;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * What an address or a form says about the worker herself.
 *
 * @param said as {@link Remembered#with} takes it
 * @param mistakes what was wrong with it
 */
record PersonalWords(Map<String, List<String>> said, List<Mistake> mistakes) {
  private static final String CURRENCY = "the code of a currency with a rate of exchange, like KES";

  /** What an address says: what of it is remembered is country, floor, currency and kinds. */
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

  /** What the form about herself says, in which languages and countries are written as names. */
  static PersonalWords ofForm(Map<String, List<String>> given, SiteInstance instance) {
    Map<String, List<String>> read = new LinkedHashMap<>(given);
    List<String> countries = codes(given.getOrDefault(Remembered.COUNTRY, List.of()));
    if (!countries.isEmpty()) read.put(Remembered.COUNTRY, countries);
    read.computeIfPresent(
        Floor.NAME, (_, texts) -> List.of(inMoneyOf(countries, texts.getLast().strip())));
    PersonalWords words = of(read, instance);
    for (String name : List.of(Remembered.DEVICE, Remembered.PLATFORM))
      if (given.containsKey(name)) words.said.put(name, given.getOrDefault(name, List.of()));
    for (String code : countries)
      if (!Show.countries().containsKey(code)) words.mistake(Remembered.COUNTRY, code);
    words.languages(given.getOrDefault(Remembered.LANGUAGE, List.of()));
    given.getOrDefault(Remembered.MINUTES, List.of()).forEach(words::minutes);
    return words;
  }

  private void mistake(String name, String value) {
    mistakes.add(new Mistake(name, value, Labels.part("me.allowed." + name)));
  }

  /** A bare number is in the money of the country. */
  private static String inMoneyOf(List<String> countries, String floor) {
    if (countries.isEmpty() || !floor.matches("[0-9]{1,9}([.,][0-9]{1,2})?")) return floor;
    try {
      return floor + " " + Currency.getInstance(Locale.of("", countries.getFirst()));
    } catch (IllegalArgumentException noCountry) {
      return floor;
    }
  }

  /** Codes of countries that are named by their names; what is none stays. */
  static List<String> codes(List<String> texts) {
    return texts.stream()
        .flatMap(text -> Stream.of(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                Show.countries().entrySet().stream()
                    .filter(country -> country.getValue().equalsIgnoreCase(text))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(text.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private void languages(List<String> texts) {
    if (texts.isEmpty()) return;
    LanguageNames.Named named = LanguageNames.read(texts);
    said.put(Remembered.LANGUAGE, named.codes());
    named.unknown().forEach(word -> mistake(Remembered.LANGUAGE, word));
  }

  private void minutes(String text) {
    if (Remembered.minutes(text).isPresent()) said.put(Remembered.MINUTES, List.of(text.strip()));
    else mistake(Remembered.MINUTES, text);
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
