package worthwhile.search;

/** Orders of a result list. Unknown values come last in every order. */
public enum Sort {
  RELEVANCE,
  HOURLY,
  NEWEST,
  REWARD,
  ENDING
}
