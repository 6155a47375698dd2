package worthwhile.alert.saved;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** When messages of a saved search are sent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rhythm.Instantly.class, name = "instant"),
  @JsonSubTypes.Type(value = Rhythm.Digest.class, name = "digest")
})
public sealed interface Rhythm {
  /** At once. */
  record Instantly() implements Rhythm {}

  /**
   * All together, at these times of the reader's day.
   *
   * @param at one to twelve times, in order
   */
  record Digest(List<LocalTime> at) implements Rhythm {
    public static final int MOST = 12;

    public Digest {
      at = List.copyOf(new TreeSet<>((Collection<LocalTime>) at));
      if (at.isEmpty() || at.size() > MOST)
        throw new IllegalArgumentException("a digest comes 1 to " + MOST + " times a day");
    }
  }
}
