package worthwhile.site;

import java.util.Locale;
import worthwhile.source.Access;

/** Constants as the API and the pages write them. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a platform's or source's tasks get here, in a sentence. */
  static String access(Access access) {
    return switch (access) {
      case PUBLIC -> "Read from public pages or interfaces";
      case KEY -> "Read through the official interface, with the operator's key";
      case SESSION -> "Only visible after login: forwarded by workers' own browsers";
      case EXPORT -> "From a worker's own exported file";
      case APP -> "Only in the platform's own app: not read";
      case CLOSED -> "Closed: not read";
    };
  }
}
