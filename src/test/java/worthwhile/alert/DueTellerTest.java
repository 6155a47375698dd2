package worthwhile.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.ANNA;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.mail;
import static worthwhile.alert.AlertScene.wanted;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.ChatMarkup;
import worthwhile.alert.message.ChatText;
import worthwhile.alert.message.MailText;
import worthwhile.alert.message.PushBody;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.watch.DueTeller;
import worthwhile.store.TestDatabase;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.rejection.RejectionRules;

/** A worker who wants it is asked once whether work was paid that should have been. */
class DueTellerTest {
  private static final Duration MINUTES = Duration.ofMinutes(11);

  @TempDir private Path folder;

  private static DueTeller teller(AlertScene scene) {
    return new DueTeller(
        scene.store,
        platform ->
            platform.equals("mill")
                ? new RejectionRules(List.of(), Optional.of(5))
                : RejectionRules.NONE,
        scene.clock);
  }

  private static int tell(AlertScene scene) {
    int told = teller(scene).tell();
    scene.send();
    return told;
  }

  private static Work work(
      String platform, String title, Status status, Instant submitted, Instant paid) {
    return new Work(
        null,
        ANNA,
        platform,
        null,
        null,
        title,
        null,
        new Payment("GBP", new BigDecimal("2.50"), null, null, paid),
        new Times(null, submitted, MINUTES, MINUTES),
        status,
        Provenance.IMPORT,
        title,
        AlertScene.NOW,
        null);
  }

  private static Instant daysAgo(AlertScene scene, int days) {
    return scene.clock.instant().minus(Duration.ofDays(days));
  }

  private static void takes(AlertScene scene, Work... work) {
    scene.store.work().take(ANNA, List.of(work));
  }

  private static void asks(AlertScene scene, boolean wanted) {
    boolean turned =
        scene.store.changeAlerts(alerts -> alerts.dues().ask(ANNA, wanted, scene.clock.instant()));
    assertThat(turned).isTrue();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sheIsAskedOnceAboutEachPieceAndOnceADay(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.saveConfirmed(wanted(Map.of(), mail(), hook("a")));
      takes(
          scene,
          work("mill", "Late one", Status.PENDING, daysAgo(scene, 8), null),
          work("mill", "Late two", Status.PENDING, daysAgo(scene, 7), null),
          work("mill", "Fresh", Status.PENDING, daysAgo(scene, 4), null),
          work("mill", "Forgotten", Status.PENDING, daysAgo(scene, 400), null),
          work("mill", "Paid", Status.PAID, daysAgo(scene, 9), daysAgo(scene, 3)),
          work("elsewhere", "No rule", Status.PENDING, daysAgo(scene, 30), null));
      assertThat(tell(scene)).as("nobody asked to be asked").isZero();
      asks(scene, true);
      assertThat(tell(scene)).as("the mailbox alone, no program").isEqualTo(1);
      AlertMessage message = scene.arrived.getFirst().message();
      assertThat(message.lines())
          .extracting(AlertMessage.Line::title)
          .containsExactlyInAnyOrder("Late one", "Late two");
      assertThat(MailText.subject(message)).startsWith("Was it paid? Late");
      assertThat(MailText.plain(message))
          .contains("Late one: mill: 2.50 GBP", "http://here.test/earnings", "you asked to be");
      assertThat(MailText.html(message)).contains("Late two", "http://here.test/earnings");
      for (ChatMarkup markup : ChatMarkup.values())
        assertThat(ChatText.of(message, markup).text()).contains("Late one");
      assertThat(new String(PushBody.of(message, PushBody.SHORT), UTF_8))
          .contains("was it paid?", "\"url\":\"/earnings\"");

      scene.pass(Duration.ofHours(20));
      takes(scene, work("mill", "Late three", Status.PENDING, daysAgo(scene, 9), null));
      assertThat(tell(scene)).as("not twice a day").isZero();
      scene.pass(Duration.ofHours(5));
      assertThat(tell(scene)).isEqualTo(1);
      assertThat(scene.arrived.getLast().message().lines())
          .extracting(AlertMessage.Line::title)
          .containsExactly("Late three");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasAnsweredBeforeItGoesIsNotAsked(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.saveConfirmed(wanted(Map.of(), mail()));
      takes(scene, work("mill", "Late", Status.PENDING, daysAgo(scene, 8), null));
      asks(scene, true);
      assertThat(teller(scene).tell() + teller(scene).tell()).as("two processes").isEqualTo(1);
      Work piece = scene.store.work().of(ANNA).getFirst();
      assertThat(scene.store.work().replace(piece.with(Status.PAID))).isTrue();
      scene.send();
      assertThat(scene.arrived).isEmpty();
      long number = scene.searches.channels(ANNA).getFirst().number();
      List<Delivery> all = scene.store.alerts(alerts -> alerts.deliveries().to(number, 9));
      assertThat(all)
          .filteredOn(each -> each.reason().word().equals("due"))
          .extracting(Delivery::state)
          .containsExactly(Delivery.State.GONE);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void herOwnFiguresCountWhereTheCardNamesNoDays(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      scene.saveConfirmed(wanted(Map.of(), mail()));
      for (int i = 0; i < 3; i++)
        takes(
            scene,
            work("fair", "Paid " + i, Status.PAID, daysAgo(scene, 30), daysAgo(scene, 28 - i)));
      takes(
          scene,
          work("fair", "Due", Status.PENDING, daysAgo(scene, 5), null),
          work("fair", "Not yet", Status.PENDING, daysAgo(scene, 4), null));
      asks(scene, true);
      assertThat(tell(scene)).isEqualTo(1);
      assertThat(scene.arrived.getFirst().message().lines())
          .extracting(AlertMessage.Line::title)
          .containsExactly("Due");
      asks(scene, false);
      scene.pass(Duration.ofDays(3));
      assertThat(tell(scene)).as("she does not want it any more").isZero();
    }
  }
}
