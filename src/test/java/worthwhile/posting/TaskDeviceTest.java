package worthwhile.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDeviceTest {
  @ParameterizedTest
  @CsvSource({
    "mobile, phone",
    "Desktop or Tablet, desktop tablet",
    "'desktop, microphone, camera', desktop microphone webcam",
    "'laptop and headset', desktop headphones",
    "Desktop OR Tablet, desktop tablet",
    "Computer with webcam, desktop webcam",
    "Smartphone, phone",
    "Tablet, tablet",
    "'desktop, desktop', desktop",
    "smart fridge, ''",
    "'', ''",
    // A device inside another word or sentence is none.
    "desktop publishing, ''",
    "'phone interview', ''"
  })
  void whatIsKnownIsKeptAndWhatIsNotIsLeftOut(String text, String words) {
    List<String> expected = words.isEmpty() ? List.of() : List.of(words.split(" "));
    JobPosting job = JobPosting.builder("s", "p", "1").title("t").devices(List.of(text)).build();
    assertThat(job.devices()).isEqualTo(expected);
  }

  @Test
  void wordsThatArePostedAreReadBackTheSame() {
    JobPosting job =
        JobPosting.builder("s", "p", "1").title("t").devices(List.of("mobile", "webcam")).build();
    String json = PostingJson.MAPPER.writeValueAsString(job);
    assertThat(json).contains("\"devices\":[\"phone\",\"webcam\"]");
    assertThat(PostingJson.MAPPER.readValue(json, JobPosting.class)).isEqualTo(job);
  }
}
