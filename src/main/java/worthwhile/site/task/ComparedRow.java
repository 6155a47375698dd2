package worthwhile.site.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.site.view.Labels;

/**
 * One figure of the tasks that are compared.
 *
 * @param label of the row
 * @param cells one for each task, in their order
 */
record ComparedRow(String label, List<Cell> cells) {
  /**
   * What a task says of it.
   *
   * @param said in words
   * @param best in which way it is the best of all, in words; absent if it is not
   */
  record Cell(String said, Optional<String> best) {}

  /** A row in which nothing is better than anything else. */
  static ComparedRow plain(
      String key, List<ComparedTask> tasks, Function<ComparedTask, String> said) {
    List<Cell> cells =
        tasks.stream().map(task -> new Cell(said.apply(task), Optional.empty())).toList();
    return new ComparedRow(Labels.part("compare." + key), cells);
  }

  /**
   * A row whose best is marked, where two or more are known and they differ.
   *
   * @param figure what is compared; absent if not known
   * @param isMoreBetter whether the highest is the best, else the lowest
   */
  static ComparedRow of(
      String key,
      List<ComparedTask> tasks,
      Function<ComparedTask, String> said,
      Function<ComparedTask, Optional<BigDecimal>> figure,
      boolean isMoreBetter) {
    List<BigDecimal> known =
        tasks.stream().flatMap(task -> figure.apply(task).stream()).sorted().toList();
    boolean differ = known.size() > 1 && known.getFirst().compareTo(known.getLast()) != 0;
    BigDecimal best = !differ ? null : isMoreBetter ? known.getLast() : known.getFirst();
    List<Cell> cells = new ArrayList<>();
    for (ComparedTask task : tasks) {
      boolean is =
          best != null && figure.apply(task).filter(it -> it.compareTo(best) == 0).isPresent();
      cells.add(
          new Cell(
              said.apply(task), Optional.of(Labels.part("compare.best." + key)).filter(_ -> is)));
    }
    return new ComparedRow(Labels.part("compare." + key), cells);
  }

  /** All figures, the most telling first. */
  static List<ComparedRow> all(List<ComparedTask> tasks) {
    return List.of(
        of("net", tasks, ComparedTask::netSaid, ComparedTask::net, true),
        of("effective", tasks, ComparedTask::effectiveSaid, ComparedTask::effective, true),
        of("minutes", tasks, ComparedTask::minutesSaid, ComparedTask::minutes, false),
        of("places", tasks, ComparedTask::placesSaid, ComparedTask::places, true),
        of("paid", tasks, ComparedTask::paidSaid, ComparedTask::paidDays, false),
        plain("country", tasks, ComparedTask::countrySaid),
        plain("needs", tasks, ComparedTask::needsSaid),
        of("record", tasks, ComparedTask::recordSaid, ComparedTask::record, true),
        of("warnings", tasks, ComparedTask::warningsSaid, ComparedTask::severity, false));
  }
}
