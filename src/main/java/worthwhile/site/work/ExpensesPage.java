package worthwhile.site.work;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import worthwhile.account.Account;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.work.ExpenseRows;
import worthwhile.text.CleanText;
import worthwhile.text.FailureText;
import worthwhile.text.pay.SumText;
import worthwhile.work.earn.Expense;
import worthwhile.work.earn.Outlay;
import worthwhile.work.earn.TaxShare;

/** {@code /earnings/expenses}: what a worker spends for her work, and what she keeps for tax. */
final class ExpensesPage {
  static final String PATH = EarningsPage.PATH + "/expenses";
  static final String TAX = EarningsPage.PATH + "/tax";
  private static final int SHOWN = 100;

  /** Older receipts belong to no tax year that is still open. */
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private final SiteInstance instance;
  private final Pages pages;
  private final Workers workers;

  ExpensesPage(SiteInstance instance, Pages pages, Workers workers) {
    this.instance = instance;
    this.pages = pages;
    this.workers = workers;
  }

  /**
   * The page.
   *
   * @param outlay all expenses, the newest first
   * @param share that is set aside; absent if none is
   * @param country of the tax: the stored one, else the first of those that the browser remembers
   * @param id under which the next expense is stored, so that one sent twice stands once
   * @param mistake why nothing was stored; absent if nothing was sent
   * @param typed what was sent with the mistake
   */
  record View(
      Outlay outlay,
      Optional<TaxShare> share,
      Optional<String> country,
      LocalDate today,
      UUID id,
      Optional<String> mistake,
      TimingWords.GivenValues typed) {
    List<Outlay.Line> lines() {
      return outlay.lines().subList(0, Math.min(SHOWN, outlay.lines().size()));
    }

    int more() {
      return outlay.lines().size() - lines().size();
    }

    Map<String, String> countries() {
      return Show.countries();
    }

    Optional<BigDecimal> proposed() {
      return country.flatMap(TaxShare::proposed);
    }

    /** What stands in the field for the share. */
    String percent() {
      return typed
          .said("share")
          .or(() -> share.map(own -> own.percent().toPlainString()))
          .orElse("");
    }

    String typed(String name, String usual) {
      return typed.said(name).orElse(usual);
    }
  }

  void show(Context ctx, Visitor visitor) {
    show(ctx, visitor.account(), 200, Optional.empty(), _ -> null);
  }

  private void show(
      Context ctx,
      Account account,
      int status,
      Optional<String> mistake,
      TimingWords.GivenValues typed) {
    ExpenseRows rows = instance.store().expenses();
    Optional<TaxShare> share = rows.share(account.id());
    View view =
        new View(
            Outlay.of(rows.of(account.id()), workers.currency(account), instance.rates()),
            share,
            typed
                .said("country")
                .or(() -> share.flatMap(TaxShare::country))
                .or(() -> Remembered.of(ctx).countries().stream().findFirst()),
            today(account),
            UUID.randomUUID(),
            mistake,
            typed);
    Layout layout =
        Layout.of(Labels.part("expenses.title"), Labels.part("expenses.about"), EarningsPage.PATH)
            .notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "work/expenses", layout, view));
  }

  private LocalDate today(Account account) {
    return instance.now().atZone(workers.zone(account)).toLocalDate();
  }

  /** Stores a new expense. */
  void add(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    change(
        ctx,
        account,
        words -> instance.store().expenses().add(account.id(), expense(words, today(account))));
  }

  /** Stores the share that is set aside; none where the field is left empty. */
  void tax(Context ctx, Visitor visitor) {
    String account = visitor.account().id();
    ExpenseRows rows = instance.store().expenses();
    change(
        ctx,
        visitor.account(),
        words ->
            share(words)
                .ifPresentOrElse(s -> rows.put(account, s), () -> rows.forgetShare(account)));
  }

  private void change(Context ctx, Account account, Consumer<TimingWords.GivenValues> change) {
    TimingWords.GivenValues words = ctx::formParam;
    try {
      change.accept(words);
      ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    } catch (IllegalArgumentException e) {
      show(ctx, account, 400, Optional.of(FailureText.of(e)), words);
    }
  }

  /** Deletes an expense. */
  void delete(Context ctx, Visitor visitor) {
    String account = visitor.account().id();
    boolean deleted =
        Parameters.id(ctx.pathParam("id"))
            .filter(id -> instance.store().expenses().delete(account, id))
            .isPresent();
    if (!deleted) throw new Missing(Reason.of("no-such-expense"));
    ctx.redirect(PATH + "#list", HttpStatus.SEE_OTHER);
  }

  private static Expense expense(TimingWords.GivenValues words, LocalDate today) {
    Optional<String> named = words.said("currency").map(code -> code.toUpperCase(Locale.ROOT));
    SumText.Sum sum = sum(words, named);
    if (sum.currency().isPresent() && named.isPresent() && !sum.currency().equals(named))
      throw new IllegalArgumentException(
          "The amount names another currency than the field beside it.");
    return new Expense(
        words.said("id").flatMap(Parameters::id).orElseGet(UUID::randomUUID),
        day(words, today),
        sum.value(),
        sum.currency().or(() -> named).orElse(""),
        CleanText.line(words.said("purpose").orElse("")),
        words.said("weekly").isPresent());
  }

  private static SumText.Sum sum(TimingWords.GivenValues words, Optional<String> named) {
    String text = words.said("amount").orElse("");
    return SumText.parse(text, text.matches(".*,\\d{1,2}\\D*"), named)
        .orElseThrow(() -> new IllegalArgumentException("The amount must be a sum such as 2.50."));
  }

  private static LocalDate day(TimingWords.GivenValues words, LocalDate today) {
    LocalDate day;
    try {
      day = words.said("day").map(LocalDate::parse).orElse(today);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The day must be a date such as 2026-11-02.", e);
    }
    if (day.isAfter(today) || day.isBefore(EARLIEST))
      throw new IllegalArgumentException("The day must not lie ahead, nor before the year 2000.");
    return day;
  }

  private static Optional<TaxShare> share(TimingWords.GivenValues words) {
    Optional<String> country =
        words.said("country").filter(code -> Show.countries().containsKey(code));
    return words
        .said("share")
        .map(text -> text.replace("%", "").strip().replace(',', '.'))
        .map(text -> new TaxShare(country, percent(text)));
  }

  private static BigDecimal percent(String text) {
    if (text.matches("\\d{1,3}(\\.\\d{1,4})?")) return new BigDecimal(text);
    throw new IllegalArgumentException("The share must be a number of percent such as 15.");
  }
}
