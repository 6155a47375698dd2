package worthwhile.alert.saved;

/**
 * A code that was sent to a chat and that its reader repeats.
 *
 * @param digits six of them
 * @param triesLeft how often another one may still be typed, 0 to 5: who guesses has no more
 */
public record ChatCode(String digits, int triesLeft) {
  public static final int TRIES = 5;

  public ChatCode {
    if (!digits.matches("[0-9]{6}")) throw new IllegalArgumentException("a code has six digits");
    if (triesLeft < 0 || triesLeft > TRIES)
      throw new IllegalArgumentException("tries left: 0 to " + TRIES);
  }

  /** The same after a wrong one was typed. */
  public ChatCode missed() {
    return new ChatCode(digits, Math.max(0, triesLeft - 1));
  }
}
