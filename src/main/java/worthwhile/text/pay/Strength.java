package worthwhile.text.pay;

/** How sure it is that a sum is pay, weakest first. */
enum Strength {
  /** It is not. */
  NONE,
  /** A piece of a title or a field by itself. */
  BARE,
  /** A word for pay stands before it. */
  LABEL,
  /** It says what it is paid for. */
  UNIT,
  /** Sum and time in one breath. */
  CLOSE
}
