package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.alert.channel.MailChannel;
import worthwhile.alert.channel.MailSettings;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.TestDatabase;

/** Mail by a real server: asked first, told once, left in one click. */
class MailChannelTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final Destination ANNA = new Destination.Mail("anna@home.test", "");

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private AlertScene scene() {
    MailSettings settings =
        MailSettings.parse("smtp://127.0.0.1:" + server.getSmtp().getPort(), "alerts@here.test")
            .orElseThrow();
    AlertScene scene = new AlertScene(TestDatabase.SQLITE.fresh(folder), folder);
    scene.carry(ChannelType.MAIL, new MailChannel(settings));
    return scene;
  }

  private static String body(MimeMessage mail) {
    return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
  }

  private static String secret(AlertScene scene) {
    Recipient to = scene.searches.channels(AlertScene.ANNA).getFirst();
    return ((Destination.Mail) to.destination()).secret();
  }

  @Test
  void aMailboxIsAskedToldOnceAndLeftInOneClick() throws Exception {
    try (AlertScene scene = scene()) {
      Mailboxes mailboxes = new Mailboxes(scene.store, scene.clock);
      SavedSearch search = scene.save(wanted(SHAPES, ANNA));
      scene.come(task("0"));
      scene.run();
      assertThat(server.getReceivedMessages()).hasSize(1);
      String link = "http://here.test/alerts/mail/" + secret(scene);
      assertThat(body(server.getReceivedMessages()[0])).contains(link + "/confirm");
      assertThat(scene.ledger(search)).containsExactly("mill:0 held alert-unconfirmed");

      assertThat(mailboxes.confirm(secret(scene))).isPresent();
      scene.come(task("1").title("Match shapes <sol> _ & שלום 😀"));
      scene.run();
      scene.run();
      assertThat(server.getReceivedMessages()).hasSize(2);
      MimeMessage mail = server.getReceivedMessages()[1];
      assertThat(mail.getSubject()).contains("<sol> _ &", "$20.00/h");
      assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
      assertThat(mail.getHeader("List-Unsubscribe-Post"))
          .containsExactly("List-Unsubscribe=One-Click");
      assertThat(body(mail)).contains("http://here.test/tasks/mill:1", "&lt;sol&gt;");

      scene.come(task("2"));
      scene.match();
      assertThat(mailboxes.leave(secret(scene), false)).isPresent();
      scene.come(task("3"));
      scene.run();
      assertThat(server.getReceivedMessages()).hasSize(2);
      assertThat(scene.ledger(search))
          .containsExactly(
              "mill:0 held alert-unconfirmed",
              "mill:1 sent new",
              "mill:2 held alert-left",
              "mill:3 held alert-left");
      assertThat(mailboxes.confirm(secret(scene)).orElseThrow().state())
          .as("an old link takes nothing back")
          .isEqualTo(Recipient.State.LEFT);
    }
  }

  @Test
  void namingAnAddressAgainDoesNotTakeItsConfirmationAway() throws Exception {
    try (AlertScene scene = scene()) {
      scene.save(wanted(SHAPES, ANNA));
      new Mailboxes(scene.store, scene.clock).confirm(secret(scene));
      scene.save(wanted(Map.of("q", List.of("lines")), ANNA));
      assertThat(scene.searches.channels(AlertScene.ANNA))
          .singleElement()
          .satisfies(to -> assertThat(to.isConfirmed()).isTrue());
    }
  }

  @Test
  void aMailboxThatWasLeftIsNotAskedAgainWhenItsSearchIsRenamedButWhenItIsTypedAgain()
      throws Exception {
    try (AlertScene scene = scene()) {
      SavedSearch search = scene.save(wanted(SHAPES, ANNA));
      scene.run();
      Mailboxes mailboxes = new Mailboxes(scene.store, scene.clock);
      mailboxes.confirm(secret(scene));
      mailboxes.leave(secret(scene), false);
      Wanted renamed = WantedBuilder.builder(scene.searches.wanted(search)).name("renamed").build();
      scene.searches.change(AlertScene.ANNA, search.id(), renamed);
      scene.run();
      assertThat(server.getReceivedMessages()).hasSize(1);
      scene.searches.change(AlertScene.ANNA, search.id(), wanted(SHAPES, ANNA));
      scene.run();
      assertThat(server.getReceivedMessages()).hasSize(2);
    }
  }

  @Test
  void whoWantsToBeAskedByNobodyIsAskedByNobody() throws Exception {
    try (AlertScene scene = scene()) {
      scene.save(wanted(SHAPES, ANNA));
      scene.run();
      new Mailboxes(scene.store, scene.clock).leave(secret(scene), true);
      scene.save(wanted(Map.of("q", List.of("lines")), ANNA));
      scene.run();
      assertThat(server.getReceivedMessages()).hasSize(1);
    }
  }

  @Test
  void aTitleCannotAddAHeader() throws Exception {
    try (AlertScene scene = scene()) {
      scene.save(wanted(SHAPES, ANNA));
      new Mailboxes(scene.store, scene.clock).confirm(secret(scene));
      scene.come(
          task("1").title("Match shapes\r\nBcc: eve@evil.test\r\n\r\nhello " + "x".repeat(300)));
      scene.run();
      MimeMessage mail = server.getReceivedMessages()[1];
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(mail.getSubject()).hasSizeLessThan(220).doesNotContain("\n");
    }
  }

  @Test
  void aServerThatIsAwayIsTriedAgain() throws Exception {
    MailSettings nobody =
        MailSettings.parse("smtp://127.0.0.1:9", "alerts@here.test").orElseThrow();
    assertThat(MailSettings.parse("http://x", "a@b.c")).isEmpty();
    assertThat(MailSettings.parse("starttls://u:p@mail.test", "a@b.c"))
        .hasValueSatisfying(
            mail -> {
              assertThat(mail.port()).isEqualTo(587);
              assertThat(mail.user()).isEqualTo(Optional.of("u"));
            });
    try (AlertScene scene = new AlertScene(TestDatabase.SQLITE.fresh(folder), folder)) {
      scene.carry(ChannelType.MAIL, new MailChannel(nobody));
      scene.save(wanted(SHAPES, ANNA));
      scene.run();
      assertThat(scene.searches.channels(AlertScene.ANNA).getFirst().error())
          .hasValueSatisfying(why -> assertThat(why).startsWith("the mail server was not reached"));
    }
  }
}
