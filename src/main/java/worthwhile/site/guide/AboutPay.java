package worthwhile.site.guide;

import java.time.LocalDate;
import worthwhile.pay.money.Rates;
import worthwhile.site.view.Floor;
import worthwhile.site.view.SiteInstance;

/**
 * What the page about pay shows beside its words.
 *
 * @param rates day of the rates of exchange in use
 * @param currencies how many have one
 * @param floors how many official minimum wages are known
 */
public record AboutPay(PayExample example, LocalDate rates, int currencies, int floors) {
  static AboutPay of(SiteInstance instance) {
    Rates rates = instance.rates();
    return new AboutPay(
        PayExample.of(rates),
        rates.date(),
        rates.currencies().size(),
        Floor.choices(instance.today()).size());
  }
}
