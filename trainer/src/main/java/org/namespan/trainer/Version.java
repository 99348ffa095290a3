package org.namespan.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that belong to this build. */
public final class Version {

  private Version() {}

  /** The project's version, such as {@code 0.2.0}, as model files and {@code --version} tell it. */
  public static String current() {
    return property("version");
  }

  /** The version of PyTorch that it trains with, such as {@code 2.7.1}. */
  public static String pytorch() {
    return property("pytorch");
  }

  /**
   * The version of the artifact {@code org.apache.opennlp:opennlp-models-langdetect} that it can
   * tell languages with, such as {@code 1.3.0}.
   */
  public static String languageModel() {
    return property("languages");
  }

  private static String property(String name) {
    Properties properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name);
  }
}
