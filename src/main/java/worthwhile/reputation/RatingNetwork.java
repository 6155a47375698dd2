package worthwhile.reputation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Ratings in arrays, grouped by the requester and in the order of time: a million of them take some
 * 60 MB. What an account says of itself is left out.
 */
final class RatingNetwork {
  private final List<String> accounts;
  private final Map<String, Integer> numbers;
  final int[] reviewer;
  final int[] requester;
  final double[] value;
  final long[] at;
  final boolean[] verified;

  /** Where the ratings of a requester begin; those of the last end at the last element. */
  final int[] from;

  private RatingNetwork(List<String> accounts, Map<String, Integer> numbers, Rating[] ratings) {
    this.accounts = accounts;
    this.numbers = numbers;
    int size = ratings.length;
    reviewer = new int[size];
    requester = new int[size];
    value = new double[size];
    at = new long[size];
    verified = new boolean[size];
    for (int i = 0; i < size; i++) put(i, ratings[i]);
    from = begins();
  }

  static RatingNetwork of(Iterable<Rating> ratings) {
    List<String> accounts = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<Rating> kept = new ArrayList<>();
    for (Rating rating : ratings) {
      for (String account : List.of(rating.requester(), rating.reviewer()))
        if (numbers.putIfAbsent(account, accounts.size()) == null) accounts.add(account);
      if (!rating.reviewer().equals(rating.requester())) kept.add(rating);
    }
    Rating[] sorted = kept.toArray(Rating[]::new);
    Arrays.sort(sorted, (a, b) -> compare(numbers, a, b));
    return new RatingNetwork(accounts, numbers, sorted);
  }

  private static int compare(Map<String, Integer> numbers, Rating a, Rating b) {
    int order =
        Integer.compare(
            Objects.requireNonNull(
                numbers.get(a.requester()), "of() numbered both sides of each rating"),
            Objects.requireNonNull(
                numbers.get(b.requester()), "of() numbered both sides of each rating"));
    if (order == 0) order = a.at().compareTo(b.at());
    return order == 0 ? a.reviewer().compareTo(b.reviewer()) : order;
  }

  private void put(int i, Rating rating) {
    reviewer[i] =
        Objects.requireNonNull(
            numbers.get(rating.reviewer()), "of() numbered both sides of each rating");
    requester[i] =
        Objects.requireNonNull(
            numbers.get(rating.requester()), "of() numbered both sides of each rating");
    value[i] = rating.value();
    at[i] = rating.at().toEpochMilli();
    verified[i] = rating.verified();
  }

  private int[] begins() {
    int[] begins = new int[accounts.size() + 1];
    for (int one : requester) begins[one + 1]++;
    for (int i = 0; i < accounts.size(); i++) begins[i + 1] += begins[i];
    return begins;
  }

  int accounts() {
    return accounts.size();
  }

  int ratings() {
    return value.length;
  }

  String name(int account) {
    return accounts.get(account);
  }

  /** Number of the account; −1 if nobody rated it and it rated nobody. */
  int number(String account) {
    return numbers.getOrDefault(account, -1);
  }

  /** The accounts that somebody rated, in the order in which they were first seen. */
  int[] requesters() {
    return IntStream.range(0, accounts())
        .filter(account -> from[account] < from[account + 1])
        .toArray();
  }

  /** The newest rating's time; the beginning of 1970 if there is none. */
  Instant newest() {
    return Instant.ofEpochMilli(Arrays.stream(at).max().orElse(0));
  }
}
