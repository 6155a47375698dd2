package worthwhile.store.source;

import java.util.Optional;

/** Who did something to the instance. */
public sealed interface Actor {
  /**
   * An operator, on a page.
   *
   * @param account id
   */
  record Operator(String account) implements Actor {}

  /** Whoever typed a command. */
  record CommandLine() implements Actor {}

  /** Worthwhile itself. */
  record Program() implements Actor {}

  /** The word in the store and in the keys of the catalogue. */
  default String word() {
    return switch (this) {
      case Operator _ -> "operator";
      case CommandLine _ -> "command-line";
      case Program _ -> "program";
    };
  }

  /** Id of the account that it was; absent where no account was needed. */
  default Optional<String> who() {
    return switch (this) {
      case Operator(String account) -> Optional.of(account);
      case CommandLine _, Program _ -> Optional.empty();
    };
  }

  /** The one of this word and account. */
  static Actor of(String word, Optional<String> who) {
    return switch (word) {
      case "operator" -> new Operator(who.orElse(""));
      case "command-line" -> new CommandLine();
      case "program" -> new Program();
      default -> throw new IllegalArgumentException("no actor is called " + word);
    };
  }
}
