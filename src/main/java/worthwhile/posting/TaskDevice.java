package worthwhile.posting;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.word.Worded;

/** What a worker does a task with: a device of her own, or something beside it. */
public enum TaskDevice implements Worded {
  PHONE,
  TABLET,
  DESKTOP,
  WEBCAM,
  MICROPHONE,
  HEADPHONES;

  /** The device that a source means by a word; absent where the word is not known. */
  public static Optional<TaskDevice> of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "phone", "mobile", "smartphone", "mobile phone" -> Optional.of(PHONE);
      case "tablet" -> Optional.of(TABLET);
      case "desktop", "computer", "laptop", "pc" -> Optional.of(DESKTOP);
      case "webcam", "camera" -> Optional.of(WEBCAM);
      case "microphone", "mic" -> Optional.of(MICROPHONE);
      case "headphones", "headset", "earphones" -> Optional.of(HEADPHONES);
      default -> Optional.empty();
    };
  }

  /**
   * The words of the devices that these texts list ("desktop or tablet, camera"). What is not known
   * is left out: a device that was only guessed would hide a task from those who may do it.
   */
  static List<String> words(Collection<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts)
      for (String part : text.split("[,;/\\n]|(?i: or | and | with )"))
        of(part).map(TaskDevice::word).ifPresent(words::add);
    return List.copyOf(words);
  }
}
