package worthwhile.alert.channel;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.MailText;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;

/**
 * Mail by SMTP, in plain text and HTML, with the one-click way out of RFC 8058. A message keeps its
 * id in every attempt, so that a mailbox can tell a repetition; one that tells more has another.
 */
public final class MailChannel implements Channel {
  /** For each step of talking to the server. */
  private static final String TIMEOUT_MILLIS = "10000";

  /** What a server says of a mailbox that does not exist (RFC 3463). */
  private static final Pattern NO_SUCH_MAILBOX = Pattern.compile("(?<![0-9.])5\\.1\\.1(?![0-9.])");

  private final MailSettings settings;

  public MailChannel(MailSettings settings) {
    this.settings = settings;
  }

  @Override
  public Attempt send(AlertMessage message, Recipient to) {
    if (!(to.destination() instanceof Destination.Mail(String mailbox, var _)))
      throw new IllegalArgumentException("no mailbox: " + to.type());
    return attempt(mailbox, () -> mail(message, mailbox));
  }

  /** Sends a plain text that is none of the alerts. */
  public Attempt send(PlainMail text, String mailbox) {
    return attempt(
        mailbox,
        () -> {
          MimeMessage mail = begun(text.id(), mailbox, text.subject(), text.at());
          mail.setText(text.text(), StandardCharsets.UTF_8.name());
          mail.saveChanges();
          return mail;
        });
  }

  /** Connects, turns to a secret connection and signs in as it would to send, and leaves again. */
  @Override
  public Optional<Attempt> probe() {
    try (Transport transport = session().getTransport()) {
      connect(transport);
      return Optional.of(new Attempt.Sent());
    } catch (MessagingException e) {
      return Optional.of(judge(e));
    }
  }

  /** Makes a message, or says why it cannot be made. */
  @FunctionalInterface
  private interface Making {
    MimeMessage make() throws MessagingException;
  }

  private Attempt attempt(String mailbox, Making making) {
    try {
      MimeMessage mail = making.make();
      try (Transport transport = mail.getSession().getTransport()) {
        connect(transport);
        transport.sendMessage(mail, mail.getAllRecipients());
      }
      return new Attempt.Sent();
    } catch (AddressException wrong) {
      return new Attempt.Refused(mailbox + " is no address: " + wrong.getMessage());
    } catch (MessagingException e) {
      return judge(e);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    transport.connect(
        settings.host(),
        settings.port(),
        settings.user().orElse(null),
        settings.password().orElse(null));
  }

  /** What a server says in the 400s it may take later; in the 500s never (RFC 5321, 4.2.1). */
  private static Attempt judge(MessagingException e) {
    for (Exception each = e; each != null; each = next(each)) {
      String said = String.valueOf(each.getMessage()).strip();
      int code = code(each);
      if (code >= 500 && NO_SUCH_MAILBOX.matcher(said).find())
        return new Attempt.Gone("there is no such mailbox: " + said);
      if (code >= 500) return new Attempt.Refused("the mail server refused: " + said);
      if (code >= 400)
        return new Attempt.Later(Optional.empty(), "the mail server takes it later: " + said);
    }
    return new Attempt.Away("the mail server was not reached: " + e.getMessage());
  }

  /** What the server answered; 0 where it did not. */
  private static int code(Exception e) {
    return switch (e) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPSendFailedException send -> send.getReturnCode();
      default -> 0;
    };
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException mail ? mail.getNextException() : null;
  }

  private MimeMessage begun(String name, String mailbox, String subject, Instant at)
      throws MessagingException {
    String id = "<" + name + "@" + domain() + ">";
    MimeMessage mail =
        new MimeMessage(session()) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    mail.setFrom(new InternetAddress(settings.from(), true));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(mailbox, true));
    mail.setSubject(subject, StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(at));
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  private MimeMessage mail(AlertMessage message, String mailbox) throws MessagingException {
    MimeMessage mail = begun(message.id(), mailbox, MailText.subject(message), message.at());
    if (message.reason() != AlertReason.CONFIRM) {
      mail.setHeader("List-Unsubscribe", "<" + message.leave() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(MailText.plain(message), "plain"));
    both.addBodyPart(part(MailText.html(message), "html"));
    mail.setContent(both);
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), kind);
    return part;
  }

  private String domain() {
    return settings.from().substring(settings.from().lastIndexOf('@') + 1);
  }

  private Session session() {
    Properties wanted = new Properties();
    wanted.setProperty("mail.transport.protocol", "smtp");
    wanted.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    wanted.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    wanted.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    wanted.setProperty("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
    switch (settings.secure()) {
      case PLAIN -> {}
      case STARTTLS -> {
        wanted.setProperty("mail.smtp.starttls.enable", "true");
        wanted.setProperty("mail.smtp.starttls.required", "true");
        wanted.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      }
      case TLS -> {
        wanted.setProperty("mail.smtp.ssl.enable", "true");
        wanted.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      }
    }
    return Session.getInstance(wanted);
  }
}
