package worthwhile.fetch.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Content codings as servers really name them, from a table. */
class CodingsTest {
  private static final byte[] BODY =
      "{\"rows\":[{\"id\":1,\"t\":\"Row é\"}]}".getBytes(StandardCharsets.UTF_8);

  @TestFactory
  Stream<DynamicTest> codings() throws IOException {
    try (InputStream in = CodingsTest.class.getResourceAsStream("/reading/pages.json")) {
      List<JsonNode> rows = List.copyOf(JsonMapper.shared().readTree(in).get("codings").values());
      return IntStream.range(0, rows.size())
          .mapToObj(i -> DynamicTest.dynamicTest(i + " " + rows.get(i), () -> undone(rows.get(i))));
    }
  }

  private static void undone(JsonNode row) throws IOException {
    byte[] sent = BODY;
    for (JsonNode coding : row.get(1).values()) sent = coded(coding.stringValue(), sent);
    String declared = row.get(0).isNull() ? "" : row.get(0).stringValue();
    byte[] read = new BoundedBody(100_000, false).read(new ByteArrayInputStream(sent), declared);
    assertThat(read).isEqualTo(BODY);
  }

  private static byte[] coded(String coding, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (coding) {
          case "gzip" -> new GZIPOutputStream(bytes);
          case "zlib" -> new DeflaterOutputStream(bytes);
          default -> new DeflaterOutputStream(bytes, new Deflater(6, true));
        }) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
