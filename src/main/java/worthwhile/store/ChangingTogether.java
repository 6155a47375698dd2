package worthwhile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import worthwhile.store.alert.Alerts;
import worthwhile.store.sql.Database;

/**
 * Stores small changes of many threads in common transactions: whoever comes while one is being
 * stored waits and goes with the next. A change that fails takes nobody else's along, since each is
 * then stored alone.
 *
 * <p>One of those who wait stores for all. Before, it lets whoever else is ready come along: with
 * few processors most would else be stored alone, and a transaction costs more than a change.
 */
final class ChangingTogether {
  private static final int MOST = 500;

  private final Database database;
  private final Queue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock leading = new ReentrantLock();

  ChangingTogether(Database database) {
    this.database = database;
  }

  /** What a change answers once it is stored; throws what it throws, and then it left no trace. */
  <T> @Nullable T change(Function<Alerts, T> work) {
    var mine = new Change<>(work);
    waiting.add(mine);
    boolean interrupted = false;
    while (!mine.isDone()) {
      if (!leadsOnce()) LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) Thread.currentThread().interrupt();
    return mine.answer();
  }

  /**
   * Stores some of what waits, unless somebody else does; then that one wakes whoever is left.
   * Where the scheduler lets nobody else come first, less goes together, and nothing else changes.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  private boolean leadsOnce() {
    if (!leading.tryLock()) return false;
    try {
      Thread.yield();
      lead();
    } finally {
      leading.unlock();
      Change<?> left = waiting.peek();
      if (left != null) left.wake();
    }
    return true;
  }

  private void lead() {
    List<Change<?>> all = next();
    try {
      if (all.size() == 1 || !together(all)) all.forEach(this::alone);
    } finally {
      all.forEach(Change::abandon);
    }
  }

  private List<Change<?>> next() {
    List<Change<?>> all = new ArrayList<>();
    while (all.size() < MOST) {
      Change<?> each = waiting.poll();
      if (each == null) return all;
      all.add(each);
    }
    return all;
  }

  /** Whether all were stored; if not, none was. */
  private boolean together(List<Change<?>> all) {
    try {
      database.write(
          handle -> {
            Alerts alerts = new Alerts(handle);
            all.forEach(each -> each.attempt(alerts));
            alerts.finish();
            return all.size();
          });
    } catch (RuntimeException _) {
      // Whose fault it was shows when each is stored alone.
      return false;
    }
    all.forEach(Change::succeed);
    return true;
  }

  private void alone(Change<?> change) {
    try {
      database.write(
          handle -> {
            Alerts alerts = new Alerts(handle);
            change.attempt(alerts);
            alerts.finish();
            return change;
          });
      change.succeed();
    } catch (RuntimeException e) {
      change.fail(e);
    }
  }

  /** What one thread wants stored; only who leads changes it, until it is done. */
  private static final class Change<T> {
    private final Function<Alerts, T> work;
    private @Nullable T answer;
    private @Nullable RuntimeException trouble;
    private final Thread waits = Thread.currentThread();
    private volatile boolean done;

    Change(Function<Alerts, T> work) {
      this.work = work;
    }

    void attempt(Alerts alerts) {
      answer = work.apply(alerts);
    }

    void succeed() {
      done = true;
      wake();
    }

    void wake() {
      LockSupport.unpark(waits);
    }

    void fail(RuntimeException why) {
      trouble = why;
      succeed();
    }

    /** Nobody waits for ever for what was broken off. */
    void abandon() {
      if (!done) fail(new IllegalStateException("broken off before it was stored"));
    }

    boolean isDone() {
      return done;
    }

    @Nullable T answer() {
      if (trouble != null) throw trouble;
      return answer;
    }
  }
}
