package worthwhile.warning.rule;

import java.util.Locale;

/** What a piece of a text is; a pattern asks for it by its name in angle brackets. */
enum Kind {
  WORD,
  NUMBER,
  /** A sign or word of a currency that stands alone. */
  CURRENCY,
  /** A number, or a range of two, with its currency. */
  MONEY,
  URL,
  /** A link that opens a chat with somebody. */
  CHAT,
  /** A link to a program that is installed past every shop. */
  PROGRAM,
  HANDLE,
  EMAIL,
  PHONE;

  static Kind named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
