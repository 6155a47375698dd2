package worthwhile.alert.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** A mail server that answers each recipient with the line that it was told, and keeps the mail. */
public final class ScriptedMailServer implements AutoCloseable {
  private final ServerSocket socket;
  private final UnaryOperator<String> toRecipient;
  final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  ScriptedMailServer(String toRecipient) throws IOException {
    this(_ -> toRecipient);
  }

  /**
   * One that makes a difference.
   *
   * @param toRecipient what it answers to a line that names a recipient
   */
  public ScriptedMailServer(UnaryOperator<String> toRecipient) throws IOException {
    this.toRecipient = toRecipient;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  public MailSettings settings() {
    return MailSettings.parse("smtp://127.0.0.1:" + socket.getLocalPort(), "alerts@here.test")
        .orElseThrow();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed()) throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
    say(client, "220 here.test");
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
      if (data) {
        if (line.equals(".")) say(client, "250 2.0.0 kept");
        data &= !line.equals(".");
      } else if (line.startsWith("RCPT")) say(client, toRecipient.apply(line));
      else if (line.equals("DATA")) {
        data = true;
        say(client, "354 go on");
      } else say(client, line.equals("QUIT") ? "221 bye" : "250 OK");
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    client.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
