package worthwhile.store.work;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.work.earn.Expense;
import worthwhile.work.earn.TaxShare;

/** Workers' expenses and tax shares through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ExpenseRowsTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private Store store;
  private ExpenseRows rows;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(folder), Clock.fixed(NOON, ZoneOffset.UTC));
    rows = store.expenses();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Expense expense(String day, String amount, boolean weekly) {
    return new Expense(
        UUID.randomUUID(),
        LocalDate.parse(day),
        new BigDecimal(amount),
        "KES",
        "Aïr «time»",
        weekly);
  }

  @Test
  void anExpenseComesBackAsItWentAndStandsOnce() {
    Expense bought = expense("2026-11-02", "1250.505", true);
    rows.add("ada", bought);
    rows.add("ada", bought);
    assertThat(rows.of("ada")).containsExactly(bought);
    assertThat(rows.of("bob")).isEmpty();
  }

  @Test
  void aSpanHoldsBothItsEnds() {
    Expense before = expense("2025-12-31", "1", false);
    Expense first = expense("2026-01-01", "2", false);
    Expense last = expense("2026-12-31", "3", false);
    Expense after = expense("2027-01-01", "4", false);
    for (Expense each : new Expense[] {before, first, last, after}) rows.add("ada", each);
    assertThat(rows.between("ada", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
        .containsExactly(last, first);
    assertThat(rows.of("ada")).containsExactly(after, last, first, before);
  }

  @Test
  void onlyItsOwnerDeletesIt() {
    Expense bought = expense("2026-11-02", "5", false);
    rows.add("ada", bought);
    assertThat(rows.delete("bob", bought.id())).isFalse();
    assertThat(rows.of("ada")).hasSize(1);
    assertThat(rows.delete("ada", bought.id())).isTrue();
    assertThat(rows.delete("ada", bought.id())).isFalse();
    assertThat(rows.of("ada")).isEmpty();
  }

  @Test
  void aShareIsReplacedAndForgotten() {
    assertThat(rows.share("ada")).isEmpty();
    rows.put("ada", new TaxShare(Optional.of("KE"), new BigDecimal("15")));
    TaxShare later = new TaxShare(Optional.empty(), new BigDecimal("12.5"));
    rows.put("ada", later);
    assertThat(rows.share("ada")).contains(later);
    rows.forgetShare("ada");
    assertThat(rows.share("ada")).isEmpty();
  }

  @Test
  void theyAreExportedAndDeletedWithTheAccount() {
    rows.add("ada", expense("2026-11-02", "5", false));
    rows.add("bob", expense("2026-11-02", "6", false));
    rows.put("ada", new TaxShare(Optional.of("KE"), new BigDecimal("15")));
    assertThat(store.accounts().export("ada")).containsKeys("work_expense", "work_tax");
    assertThat(store.accounts().export("ada").get("work_expense").getFirst())
        .containsEntry("amount", "5.00")
        .containsEntry("purpose", "Aïr «time»");
    store.accounts().delete("ada");
    assertThat(rows.of("ada")).isEmpty();
    assertThat(rows.share("ada")).isEmpty();
    assertThat(rows.of("bob")).hasSize(1);
  }
}
