package worthwhile;

/** Where the program starts. */
public final class Main {
  private Main() {}

  static void main(String[] args) {
    System.exit(2);
  }
}
