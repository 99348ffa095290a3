package org.namespan.internal.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringTokenizer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.model.ModelUtil;

/**
 * An OpenNLP model file with a maxent model and nothing beside it but the manifest, as OpenNLP's
 * own trainers write it. OpenNLP can read it too, but inflates it byte by byte and starts a logger
 * first, which in a fresh JVM takes 90 ms of a thread in place of 55 for the bundled model.
 */
final class MaxentFile {

  private static final String MANIFEST = "manifest.properties";

  /** Ends the names of entries that hold models. */
  private static final String MODEL = ".model";

  /** What a maxent model by generalised iterative scaling begins with. */
  private static final String GIS = "GIS";

  private final Properties manifest = new Properties();
  private MaxentModel model;

  private MaxentFile() {}

  /**
   * Reads a file.
   *
   * @param component what the model is for, as the manifest says it
   * @param factory the class that the manifest names
   * @param outcomes those of the model
   * @return null if it is another kind of file, which is for OpenNLP to read or refuse
   * @throws IOException if it is damaged
   */
  static MaxentFile read(byte[] file, String component, Class<?> factory, String... outcomes)
      throws IOException {
    MaxentFile read = new MaxentFile();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(MANIFEST)) {
        read.manifest.load(zip);
      } else if (entry.getName().endsWith(MODEL) && read.model == null) {
        read.model = model(bytes(zip));
      } else {
        return null;
      }
    }
    boolean asExpected =
        read.property("Component-Name").equals(component)
            && read.property("factory").equals(factory.getName())
            && isReadable(read.property("OpenNLP-Version"))
            && read.model != null
            && ModelUtil.validateOutcomes(read.model, outcomes);
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

  /** Null if the model is of another type. */
  private static MaxentModel model(ByteBuffer bytes) throws IOException {
    if (!string(bytes).equals(GIS)) {
      return null;
    }
    // The constant and the parameter of a correction that evaluation does without.
    bytes.getInt();
    bytes.getDouble();
    String[] outcomes = strings(bytes);
    String[] patterns = strings(bytes);
    String[] predicates = strings(bytes);
    Context[] contexts = new Context[predicates.length];
    int next = 0;
    for (String pattern : patterns) {
      // How many predicates in a row have parameters, and for which outcomes.
      StringTokenizer numbers = new StringTokenizer(pattern);
      int end = next + Integer.parseInt(numbers.nextToken());
      int[] which = new int[numbers.countTokens()];
      for (int i = 0; i < which.length; i++) {
        which[i] = Integer.parseInt(numbers.nextToken());
      }
      for (; next < end; next++) {
        double[] parameters = new double[which.length];
        for (int i = 0; i < which.length; i++) {
          parameters[i] = bytes.getDouble();
        }
        contexts[next] = new Context(which, parameters);
      }
    }
    if (next != contexts.length || bytes.hasRemaining()) {
      throw new IOException(
          "found parameters of "
              + next
              + " predicates, expected those of "
              + contexts.length
              + " and nothing after them");
    }
    return new GISModel(contexts, predicates, outcomes);
  }

  /** A list, for a number that lies about how many there are shall cost no memory. */
  private static String[] strings(ByteBuffer bytes) throws IOException {
    List<String> strings = new ArrayList<>();
    for (int left = bytes.getInt(); left > 0; left--) {
      strings.add(string(bytes));
    }
    return strings.toArray(new String[0]);
  }

  /** Nearly all are ASCII, for which a cold JVM shall not compile a decoder. */
  @SuppressWarnings("deprecation")
  private static String string(ByteBuffer bytes) throws IOException {
    int start = bytes.position() + Short.BYTES;
    int length = bytes.getShort() & 0xFFFF;
    bytes.position(start + length);
    int bits = 0;
    for (int i = start; i < start + length; i++) {
      bits |= bytes.array()[i];
    }
    if (bits >= 0) {
      return new String(bytes.array(), 0, start, length);
    }
    ByteArrayInputStream modifiedUtf8 =
        new ByteArrayInputStream(bytes.array(), start - Short.BYTES, Short.BYTES + length);
    return new DataInputStream(modifiedUtf8).readUTF();
  }

  /** What maps features to outcomes. */
  MaxentModel model() {
    return model;
  }

  /** What the manifest says; empty if nothing. */
  String property(String name) {
    return manifest.getProperty(name, "");
  }
}
