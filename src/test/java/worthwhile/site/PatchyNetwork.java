package worthwhile.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** A way to the site that can be slow or gone, byte for byte. */
final class PatchyNetwork implements AutoCloseable {
  private final URI site;
  private final ServerSocket door;
  private volatile boolean away;
  private volatile CountDownLatch held = new CountDownLatch(0);

  PatchyNetwork(String site) {
    this.site = URI.create(site);
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** From now on nothing gets through. */
  void goAway() {
    away = true;
  }

  /** From now on what is asked waits until it is let through. */
  void hold() {
    held = new CountDownLatch(1);
  }

  void letThrough() {
    held.countDown();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket browser = door.accept();
        Socket server = new Socket(site.getHost(), site.getPort());
        Thread.ofVirtual().start(() -> relay(browser, server, true));
        Thread.ofVirtual().start(() -> relay(server, browser, false));
      } catch (IOException e) {
        if (!door.isClosed()) throw new UncheckedIOException(e);
      }
    }
  }

  /** Ends both sides where one of them ends. */
  private void relay(Socket from, Socket to, boolean asks) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[16_384];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        if (asks) held.await();
        if (away) return;
        out.write(some, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      assert e.getMessage() != null; // The other side has ended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    letThrough();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
