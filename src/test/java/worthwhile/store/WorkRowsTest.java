package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static worthwhile.store.Examples.NOON;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.posting.Organization;
import worthwhile.work.Merge;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/** Workers' own work through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WorkRowsTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private Store store;
  private WorkRows rows;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(folder), Clock.fixed(NOON, ZoneOffset.UTC));
    rows = store.work();
  }

  @AfterEach
  void close() {
    store.close();
  }

  static Work work(String worker, String fingerprint, Status status) {
    Instant start = Instant.parse("2026-10-01T10:00:00.123Z");
    return new Work(
        null,
        worker,
        "prolific",
        "3AAA",
        "prolific:66",
        "=Breakfast \"habits\" \uD83D\uDE00",
        new Organization("Ångström & Söhne", "r1", null),
        new Payment(
            "GBP", new BigDecimal("2.675"), new BigDecimal("0.00"), new BigDecimal("0.1"), NOON),
        new Times(
            start,
            start.plusMillis(343_004),
            Duration.ofMillis(300_001),
            Duration.ofMillis(343_004)),
        status,
        Provenance.TIMER,
        fingerprint,
        NOON);
  }

  private static Work bare(String worker, String fingerprint) {
    return new Work(
        null,
        worker,
        "other",
        null,
        null,
        "Bare",
        null,
        Payment.UNKNOWN,
        Times.UNKNOWN,
        Status.RETURNED,
        Provenance.IMPORT,
        fingerprint,
        NOON);
  }

  @Test
  void workComesBackAsItWentAndOnlyToItsOwner() {
    Work one = work("ada", "f1", Status.PENDING);
    Work two = bare("ada", "f2");
    Merge.Plan plan = rows.take("ada", List.of(one, two));
    assertThat(plan.added()).hasSize(2);
    assertThat(rows.of("ada")).containsExactly(one, two);
    assertThat(rows.byId("ada", one.id())).contains(one);
    assertThat(rows.of("ben")).isEmpty();
    assertThat(rows.byId("ben", one.id())).isEmpty();
    assertThat(rows.delete("ben", one.id())).isFalse();
    assertThat(rows.count("ada")).isEqualTo(2);
    assertThatThrownBy(() -> rows.take("ben", List.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takingTheSameAgainChangesNothingAndNewsChangesTheRow() {
    Work pending = work("ada", "f1", Status.PENDING);
    rows.take("ada", List.of(pending));
    assertThat(rows.take("ada", List.of(pending)).unchanged()).isEqualTo(1);
    assertThat(rows.take("ben", List.of(work("ben", "f1", Status.PENDING))).added()).hasSize(1);
    assertThat(rows.take("ada", List.of(work("ada", "f1", Status.PAID))).changed()).hasSize(1);
    assertThat(rows.of("ada")).containsExactly(work("ada", "f1", Status.PAID));
    assertThat(rows.of("ben").getFirst().status()).isEqualTo(Status.PENDING);
    assertThat(rows.delete("ada", pending.id())).isTrue();
    assertThat(rows.of("ada")).isEmpty();
  }

  @Test
  void anUploadIsKeptForItsOwnerUntilItExpiresOrTheNextComes() {
    UploadRows uploads = store.uploads();
    byte[] content = {1, 2, 3};
    UUID id = UUID.randomUUID();
    uploads.put(new UploadRows.Upload(id, "ada", "f.csv", content, NOON, NOON.plusSeconds(60)));
    assertThat(uploads.byId("ada", id, NOON).orElseThrow().content()).isEqualTo(content);
    assertThat(uploads.byId("ben", id, NOON)).isEmpty();
    assertThat(uploads.byId("ada", id, NOON.plusSeconds(61))).isEmpty();
    UUID next = UUID.randomUUID();
    uploads.put(new UploadRows.Upload(next, "ada", "g.csv", content, NOON, NOON.plusSeconds(60)));
    assertThat(uploads.byId("ada", id, NOON)).isEmpty();
    assertThat(uploads.expire(NOON.plusSeconds(61))).isEqualTo(1);
    assertThat(uploads.byId("ada", next, NOON)).isEmpty();
  }
}
