package worthwhile;

/** Version of the program, as packaged. */
public final class Version {
  private Version() {}

  /** Such as {@code 0.1.0}; {@code development} where the classes were not packaged. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
