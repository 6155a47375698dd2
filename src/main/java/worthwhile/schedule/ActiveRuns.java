package worthwhile.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The runs under way. */
final class ActiveRuns {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Map<String, Thread> threads = new HashMap<>();

  void begin(String source) {
    lock.lock();
    try {
      threads.put(source, Thread.currentThread());
    } finally {
      lock.unlock();
    }
  }

  void end(String source) {
    lock.lock();
    try {
      threads.remove(source);
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean has(String source) {
    return names().contains(source);
  }

  Set<String> names() {
    lock.lock();
    try {
      return new TreeSet<>(threads.keySet());
    } finally {
      lock.unlock();
    }
  }

  /** Whether all ended within this time. */
  boolean awaitNone(Duration grace) {
    lock.lock();
    try {
      long left = grace.toNanos();
      while (!threads.isEmpty() && left > 0) left = ended.awaitNanos(left);
      return threads.isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts all and gives them a moment to put down what they hold. */
  Set<String> interrupt() {
    lock.lock();
    try {
      Set<String> names = new TreeSet<>(threads.keySet());
      threads.values().forEach(Thread::interrupt);
      long left = TimeUnit.SECONDS.toNanos(2);
      while (!threads.isEmpty() && left > 0) left = ended.awaitNanos(left);
      return names;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TreeSet<>(threads.keySet());
    } finally {
      lock.unlock();
    }
  }
}
