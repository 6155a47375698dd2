package worthwhile.community;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import worthwhile.reputation.statement.Flag;

/**
 * An image that goes with a flag, written anew: what a camera or a program notes in a file is gone,
 * and nothing of the file itself is ever sent to anybody.
 */
public final class EvidenceImage {
  /** The largest file, in bytes. */
  public static final int LARGEST = 2 * 1024 * 1024;

  private static final long MOST_PIXELS = 20_000_000;
  private static final int LONGEST_SIDE = 1_600;
  private static final String MEND = " Save it as PNG or JPEG and choose it again.";

  private EvidenceImage() {}

  /** What reading a file came to. */
  public sealed interface Read {
    record Fine(Flag.Image image) implements Read {}

    /**
     * @param why as a sentence that says how to mend it
     */
    record Refused(String why) implements Read {}
  }

  /** Reads a file; how large the image would be is asked before anything of it is unpacked. */
  public static Read of(byte[] file) {
    if (file.length > LARGEST)
      return new Read.Refused("The image may have at most 2 MB. Make it smaller.");
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        if (isAllowed(reader)) return read(reader, in);
        reader.dispose();
      }
      return new Read.Refused("The file is no image of a kind that can be read here." + MEND);
    } catch (IOException | RuntimeException e) {
      // A decoder gives up on a broken file in whatever way; nothing of it is kept.
      return new Read.Refused("The image is broken: " + e.getClass().getSimpleName() + "." + MEND);
    }
  }

  private static boolean isAllowed(ImageReader reader) throws IOException {
    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
    return format.equals("png") || format.equals("jpeg") || format.equals("webp");
  }

  private static Read read(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS)
        return new Read.Refused("The image may have at most 20 megapixels. Make it smaller.");
      BufferedImage image = drawn(reader.read(0));
      boolean photo = reader.getFormatName().equalsIgnoreCase("jpeg");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, photo ? "jpeg" : "png", out)) throw new IOException("no encoder");
      return new Read.Fine(new Flag.Image(photo ? "image/jpeg" : "image/png", out.toByteArray()));
    } finally {
      reader.dispose();
    }
  }

  /** The picture alone, on white, with no side longer than allowed. */
  private static BufferedImage drawn(BufferedImage read) {
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(read, 0, 0, width, height, java.awt.Color.WHITE, null);
    } finally {
      pen.dispose();
    }
    return image;
  }
}
