package worthwhile.alert.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.posting.PostingJson;

class DestinationTest {
  private static final String DISCORD = "https://discord.com/api/webhooks/123456/" + "t".repeat(60);

  private static Destination read(String json) {
    return PostingJson.MAPPER.readValue(json, Destination.class);
  }

  @Test
  void whatIsStoredIsReadBack() {
    for (Destination each :
        List.of(
            new Destination.Webhook(
                URI.create("http://a.test/x"), List.of("b", "a"), Optional.of(Instant.EPOCH)),
            new Destination.Ntfy(URI.create("https://ntfy.sh"), "t", Optional.of("tk")),
            new Destination.Ntfy(URI.create("https://ntfy.sh"), "t", Optional.empty()),
            new Destination.Telegram("-4711", Optional.of(new ChatCode("012345", 2))),
            new Destination.Telegram("@some_where", Optional.empty()),
            new Destination.Discord(URI.create(DISCORD))))
      assertThat(read(PostingJson.MAPPER.writeValueAsString(each))).isEqualTo(each);
  }

  @Test
  void aWebhookThatWasStoredBeforeSecretsWereRotatedIsReadToo() {
    assertThat(read("{\"type\":\"webhook\",\"url\":\"http://a.test/x\",\"secrets\":[\"s\"]}"))
        .isEqualTo(new Destination.Webhook(URI.create("http://a.test/x"), List.of("s")));
  }

  @Test
  void whatCannotBeReachedIsRefused() {
    for (String chat : List.of("", "anna", "0", "-", "@a", "12 3", "t.me/x"))
      assertThatThrownBy(() -> new Destination.Telegram(chat, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    for (String topic : List.of("", "a/b", "x".repeat(65)))
      assertThatThrownBy(
              () -> new Destination.Ntfy(URI.create("https://ntfy.sh"), topic, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Destination.Telegram("@Some_Where", Optional.empty()).key())
        .isEqualTo("telegram:@some_where");
  }
}
