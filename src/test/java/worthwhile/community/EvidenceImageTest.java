package worthwhile.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceImageTest {
  private static byte[] file(int width, int height, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, Color.RED.getRGB());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static BufferedImage read(EvidenceImage.Read read) throws IOException {
    byte[] content = ((EvidenceImage.Read.Fine) read).image().content();
    return ImageIO.read(new ByteArrayInputStream(content));
  }

  @ParameterizedTest
  @CsvSource({
    "40, 30, png, image/png, 40, 30",
    "40, 30, jpeg, image/jpeg, 40, 30",
    "3200, 100, png, image/png, 1600, 50",
    "100, 4000, jpeg, image/jpeg, 40, 1600",
    "4000, 1, png, image/png, 1600, 1"
  })
  void anImageIsDrawnAnewAndNoLargerThanNeeded(
      int width, int height, String format, String type, int drawnWidth, int drawnHeight)
      throws IOException {
    EvidenceImage.Read read = EvidenceImage.of(file(width, height, format));
    assertThat(((EvidenceImage.Read.Fine) read).image().mediaType()).isEqualTo(type);
    assertThat(read(read).getWidth()).isEqualTo(drawnWidth);
    assertThat(read(read).getHeight()).isEqualTo(drawnHeight);
  }

  @Test
  void whatACameraNotedIsGone() throws IOException {
    byte[] plain = file(40, 30, "jpeg");
    byte[] note = "Exif\0\0Ann, 48.2082 N 16.3738 E".getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream noted = new ByteArrayOutputStream();
    noted.write(plain, 0, 2);
    noted.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (note.length + 2)});
    noted.writeBytes(note);
    noted.write(plain, 2, plain.length - 2);
    byte[] drawn =
        ((EvidenceImage.Read.Fine) EvidenceImage.of(noted.toByteArray())).image().content();
    assertThat(new String(drawn, StandardCharsets.ISO_8859_1)).doesNotContain("Ann", "Exif");
  }

  /** A small file that says to be 50,000 pixels wide and high. */
  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] file = file(8, 8, "png");
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeBytes("IHDR");
    data.writeInt(50_000);
    data.writeInt(50_000);
    data.write(file, 24, 5);
    CRC32 sum = new CRC32();
    sum.update(header.toByteArray());
    data.writeInt((int) sum.getValue());
    System.arraycopy(header.toByteArray(), 0, file, 12, header.size());
    assertThat(EvidenceImage.of(file))
        .isEqualTo(
            new EvidenceImage.Read.Refused(
                "The image may have at most 20 megapixels. Make it smaller."));
  }

  @Test
  void whatIsNoImageOrBrokenOrTooLargeIsRefused() throws IOException {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    byte[] half = Arrays.copyOf(file(400, 300, "png"), 60);
    for (byte[] file :
        new byte[][] {
          new byte[0],
          svg,
          half,
          file(8, 8, "bmp"),
          file(8, 8, "gif"),
          new byte[EvidenceImage.LARGEST + 1]
        }) assertThat(EvidenceImage.of(file)).isInstanceOf(EvidenceImage.Read.Refused.class);
  }
}
