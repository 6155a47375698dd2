package worthwhile.alert.channel;

import java.time.Instant;

/**
 * A mail of plain text.
 *
 * @param id the same in every attempt, without signs that an address cannot have
 */
public record PlainMail(String id, String subject, String text, Instant at) {
  public PlainMail {
    if (!id.matches("[A-Za-z0-9._-]+")) throw new IllegalArgumentException("no id: " + id);
  }
}
