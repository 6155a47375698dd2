package worthwhile.site.me;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.WageFloor;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * What a browser's list of languages lets guess of its worker, to fill in the form of a first
 * visit. Nothing is done with it until she has sent that form.
 *
 * @param country name of the country; empty if nothing tells it
 * @param languages their names; empty if the browser tells none
 * @param floor the official minimum wage there, as an amount per hour; empty if none is known
 */
public record FirstGuess(String country, String languages, String floor) {
  public static final FirstGuess NOTHING = new FirstGuess("", "", "");

  private static final int MOST = 3;

  /** Browsers all over the world say this unless somebody has told them otherwise. */
  private static final Set<String> EVERYWHERE = Set.of("en-US", "en-GB");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** What is guessed of somebody who has told nothing yet; nothing of anybody else. */
  public static FirstGuess of(
      Context ctx, Remembered told, Dispensable dispensable, SiteInstance instance) {
    Optional<String> accepted =
        Optional.ofNullable(ctx.header("Accept-Language"))
            .filter(text -> told.isNothing() && text.length() <= 200);
    return accepted.isEmpty()
        ? NOTHING
        : dispensable.ask(() -> read(accepted.get(), instance.today(), instance.rates()), NOTHING);
  }

  static FirstGuess read(String accepted, LocalDate day, Rates rates) {
    List<Locale> locales;
    try {
      locales =
          Locale.LanguageRange.parse(accepted).stream()
              .filter(range -> !range.getRange().startsWith("*"))
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .toList();
    } catch (IllegalArgumentException garbled) {
      return NOTHING;
    }
    List<String> languages =
        locales.stream().map(Locale::getLanguage).distinct().limit(MOST).toList();
    Optional<String> country =
        locales.stream()
            .filter(locale -> !EVERYWHERE.contains(locale.toLanguageTag()))
            .map(Locale::getCountry)
            .filter(COUNTRIES::contains)
            .findFirst();
    return new FirstGuess(
        country.map(Show::country).orElse(""),
        LanguageNames.line(LanguageNames.read(languages).codes()),
        country.flatMap(code -> official(code, day, rates)).orElse(""));
  }

  private static Optional<String> official(String country, LocalDate day, Rates rates) {
    return WageFloor.parse(country, day, rates) instanceof WageFloor.Parsed.Valid(WageFloor floor)
            && floor instanceof WageFloor.Official
        ? floor.perHour().map(hourly -> Show.money(hourly.amount(), hourly.currency()))
        : Optional.empty();
  }
}
