package org.namespan.model.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An OpenNLP model file with a maxent model and nothing beside it but the manifest, as OpenNLP's
 * own trainers write it. OpenNLP can read it too, but inflates it byte by byte and starts a logger
 * first, which in a fresh JVM takes 90 ms of a thread in place of 30 for the bundled model.
 */
final class MaxentFile {

  private static final String MANIFEST = "manifest.properties";

  /** Ends the names of entries that hold models. */
  private static final String MODEL = ".model";

  /** What a maxent model by generalised iterative scaling begins with. */
  private static final String GIS = "GIS";

  private final Properties manifest = new Properties();
  private Maxent model;

  private MaxentFile() {}

  /**
   * Reads a file.
   *
   * @param component what the model is for, as the manifest says it
   * @param factory the class that the manifest names
   * @param yes one of the two outcomes of the model
   * @param no the other
   * @return null if it is another kind of file, which is for OpenNLP to read or refuse
   * @throws IOException if it is damaged
   */
  static MaxentFile read(byte[] file, String component, Class<?> factory, String yes, String no)
      throws IOException {
    MaxentFile read = new MaxentFile();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(MANIFEST)) {
        read.manifest.load(zip);
      } else if (entry.getName().endsWith(MODEL) && read.model == null) {
        read.model = model(bytes(zip), yes, no);
      } else {
        return null;
      }
    }
    boolean asExpected =
        read.property("Component-Name").equals(component)
            && read.property("factory").equals(factory.getName())
            && isReadable(read.property("OpenNLP-Version"))
            && read.model != null;
    return asExpected ? read : null;
  }

  private static boolean isReadable(String version) {
    return version.startsWith("1.") || version.startsWith("2.");
  }

  private static ByteBuffer bytes(InputStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[1 << 16];
    for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
      bytes.write(part, 0, read);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** Null if the model is of another type, or has something that is not known here. */
  private static Maxent model(ByteBuffer bytes, String yes, String no) throws IOException {
    if (!string(bytes).equals(GIS)) {
      return null;
    }
    // The constant and the parameter of a correction that evaluation does without.
    bytes.getInt();
    bytes.getDouble();
    List<String> outcomes = strings(bytes);
    boolean yesFirst = outcomes.equals(Arrays.asList(yes, no));
    if (!yesFirst && !outcomes.equals(Arrays.asList(no, yes))) {
      return null;
    }
    int[] signsOfOutcomes = yesFirst ? new int[] {1, -1} : new int[] {-1, 1};
    List<String> patterns = strings(bytes);
    long[] features = new long[Math.min(bytes.getInt(), bytes.remaining())];
    for (int i = 0; i < features.length; i++) {
      features[i] = hash(bytes);
    }
    double[] margins = new double[features.length];
    int next = 0;
    for (String pattern : patterns) {
      // How many features in a row have weights, and for which outcomes.
      String[] numbers = pattern.split(" ");
      int[] signs = new int[numbers.length - 1];
      for (int i = 0; i < signs.length; i++) {
        signs[i] = signsOfOutcomes[Integer.parseInt(numbers[i + 1])];
      }
      for (int end = next + Integer.parseInt(numbers[0]); next < end; next++) {
        for (int sign : signs) {
          margins[next] += sign * bytes.getDouble();
        }
      }
    }
    boolean whole = next == features.length && !bytes.hasRemaining();
    return whole ? Maxent.of(features, margins, yesFirst) : null;
  }

  /** As many as the number before them says; one that lies costs no memory. */
  private static List<String> strings(ByteBuffer bytes) throws IOException {
    String[] strings = new String[Math.min(bytes.getInt(), bytes.remaining())];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = string(bytes);
    }
    return Arrays.asList(strings);
  }

  private static String string(ByteBuffer bytes) throws IOException {
    int start = bytes.position();
    int length = bytes.getShort() & 0xFFFF;
    bytes.position(start + Short.BYTES + length);
    return new DataInputStream(new ByteArrayInputStream(bytes.array(), start, Short.BYTES + length))
        .readUTF();
  }

  /** The hash of a string; nearly all are ASCII. */
  private static long hash(ByteBuffer bytes) throws IOException {
    int start = bytes.position();
    int end = start + Short.BYTES + (bytes.getShort() & 0xFFFF);
    int bits = 0;
    for (int i = start + Short.BYTES; i < end; i++) {
      bits |= bytes.array()[i];
    }
    bytes.position(bits < 0 ? start : end);
    return bits < 0
        ? Maxent.hash(string(bytes))
        : Maxent.hash(bytes.array(), start + Short.BYTES, end);
  }

  /** What it holds beside its manifest. */
  Maxent model() {
    return model;
  }

  /** What the manifest says; empty if nothing. */
  String property(String name) {
    return manifest.getProperty(name, "");
  }
}
