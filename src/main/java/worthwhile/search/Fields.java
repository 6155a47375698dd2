package worthwhile.search;

/**
 * Names of the fields in the index; index/README.md says what each is for. A change of meaning
 * needs a new {@link Analysis#FORMAT}.
 */
final class Fields {
  static final String ID = "id";
  static final String JSON = "json";

  /** Everything a word may be found in: title, description, skills, requester, platform, place. */
  static final String TEXT = "text";

  static final String TITLE = "title";

  /** US millionths of a dollar per hour; unknown is {@link #NO_PAY}. */
  static final String HOURLY = "hourly";

  /** US millionths of a dollar for a task or project; unknown is {@link #NO_PAY}. */
  static final String REWARD = "reward";

  /** Milliseconds; unknown is {@link #NO_TIME}. */
  static final String DURATION = "duration";

  /** Milliseconds since 1970; unknown is {@link #NO_DATE}. */
  static final String POSTED = "posted";

  /** Milliseconds since 1970; absent if unknown. */
  static final String ENDS = "ends";

  /** What {@link Boost} needs, in one number. */
  static final String BOOST = "boost";

  /** 1 if something is said about pay. */
  static final String PAYS = "pays";

  /** Above every amount, so that one range says "at least this, or unknown". */
  static final long NO_PAY = Long.MAX_VALUE;

  /** Below every time, so that one range says "at most this, or unknown". */
  static final long NO_TIME = -1;

  /** Before every date: neither new nor high in an order by date. */
  static final long NO_DATE = Long.MIN_VALUE;

  /** After every date. */
  static final long NO_END = Long.MAX_VALUE;

  private Fields() {}
}
