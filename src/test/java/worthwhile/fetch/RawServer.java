package worthwhile.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that writes exactly the bytes it is told to, then closes or holds the connection. */
final class RawServer implements AutoCloseable {
  /** Writes an answer. */
  @FunctionalInterface
  interface Answer {
    void write(OutputStream out) throws IOException;
  }

  private final ServerSocket socket;

  RawServer(Answer answer) throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(answer));
  }

  static RawServer bytes(String head, byte[] body) throws IOException {
    return new RawServer(
        out -> {
          out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          out.write(body);
        });
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void serve(Answer answer) {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = in.readLine(); line != null && !line.isEmpty(); ) line = in.readLine();
        answer.write(client.getOutputStream());
      } catch (IOException e) {
        // The other side has gone, as some of the tests want.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
