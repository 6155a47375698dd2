package worthwhile.source.kept;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.text.Sha256;

/**
 * A file that holds one record as this program understood it, so that the next process of the same
 * build need not understand it anew. It may be deleted at any time.
 *
 * @param file where it lies; nothing is kept where its folder is not there
 * @param build tells this program from every other one
 */
public record KeptFile(Path file, String build) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);

  /** 64 hexadecimal digits of what it was made from, then 8 bytes that tell damage. */
  private static final int HEAD = 64 + Long.BYTES;

  /**
   * What is kept of this; absent if nothing is, or of something else, or damaged.
   *
   * @param madeFrom tells what it is made from
   */
  public <T> Optional<T> of(Class<T> type, String madeFrom) {
    try {
      byte[] all = Files.readAllBytes(file);
      if (all.length < HEAD || !isMadeFrom(all, madeFrom)) return Optional.empty();
      byte[] body = Arrays.copyOfRange(all, HEAD, all.length);
      if (ByteBuffer.wrap(all).getLong(64) == sum(body))
        return Optional.of(type.cast(new Encodings().of(type).read(new BytesIn(body))));
      LOG.info("{} is damaged; what it was made from is read anew", file);
    } catch (NoSuchFileException _) {
      LOG.debug("Nothing is kept in {} yet", file);
    } catch (IOException | RuntimeException e) {
      LOG.info(
          "{} cannot be read ({}); what it was made from is read anew. If this stays so, delete it.",
          file,
          e.toString());
    }
    return Optional.empty();
  }

  /**
   * Keeps this in the place of what is kept, whole or not at all; where that cannot be, the next
   * start is slower. What a process leaves half written that is killed, the next one writes over;
   * what two write at once into each other is found damaged.
   */
  public void keep(Record made, String madeFrom) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) return;
    BytesOut body = new BytesOut();
    new Encodings().of(made.getClass()).write(made, body);
    byte[] bytes = body.bytes();
    ByteBuffer all = ByteBuffer.allocate(HEAD + bytes.length);
    all.put(key(madeFrom).getBytes(US_ASCII)).putLong(sum(bytes)).put(bytes);
    try {
      Path begun = folder.resolve(file.getFileName() + ".begun");
      Files.write(begun, all.array());
      Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.debug("{} cannot be written", file, e);
    }
  }

  private boolean isMadeFrom(byte[] all, String madeFrom) {
    return new String(all, 0, 64, US_ASCII).equals(key(madeFrom));
  }

  private String key(String madeFrom) {
    return Sha256.hex(build + '\n' + madeFrom);
  }

  private static long sum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
