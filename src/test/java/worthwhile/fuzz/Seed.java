package worthwhile.fuzz;

import java.util.function.Consumer;

/**
 * A sound input to be broken, and what reads it.
 *
 * @param name says where it is from
 * @param reader takes it; whatever it throws is a fault
 */
record Seed(String name, String text, Consumer<byte[]> reader) {}
