package worthwhile.work.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.work.file.word.Booked;

/**
 * What all cells of the columns that count say together: the mark before decimals, the order of day
 * and month, the currency. One file is read in one way.
 */
record Conclusions(CsvTable table, Map<Column, List<String>> columns) {
  private static final Pattern HALF_OF_DAY = Pattern.compile("(?i).*\\d\\s?[ap]\\.?m\\b.*");

  /** The mark that parts decimals; absent if no number proves it. */
  Optional<DecimalMark> mark() {
    return DecimalMark.proven(
        values(Column.REWARD, Column.BONUS, Column.FEE, Column.MINUTES, Column.ELAPSED)
            .filter(cell -> cell.indexOf(':') < 0));
  }

  /** The order of day and month; absent if no date proves it. */
  Optional<DayOrder> order(LocalDate today) {
    return DayOrder.proven(dates(), today);
  }

  /** Whether sums or times are written as in the United States, where months come first. */
  boolean isAmerican() {
    boolean dollars =
        currency().filter("USD"::equals).isPresent()
            && values(Column.REWARD).anyMatch(cell -> cell.startsWith("$"));
    return dollars || dates().anyMatch(cell -> HALF_OF_DAY.matcher(cell).matches());
  }

  private Stream<String> dates() {
    return values(Column.STARTED, Column.SUBMITTED, Column.PAID);
  }

  /** That of a column's name, else the one that the sums name; absent if they name several. */
  Optional<String> currency() {
    Optional<String> told =
        columns.getOrDefault(Column.REWARD, List.of()).stream()
            .flatMap(header -> ColumnName.of(header).currency().stream())
            .findFirst();
    if (told.isPresent()) return told;
    List<String> codes =
        values(Column.REWARD, Column.BONUS)
            .flatMap(cell -> Booked.parse(cell, false, Optional.empty()).stream())
            .flatMap(sum -> sum.currency().stream())
            .distinct()
            .limit(2)
            .toList();
    return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
  }

  private Stream<String> values(Column... which) {
    return Stream.of(which)
        .flatMap(column -> columns.getOrDefault(column, List.of()).stream())
        .flatMap(header -> Guess.values(table, header));
  }
}
