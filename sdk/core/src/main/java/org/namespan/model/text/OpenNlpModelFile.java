package org.namespan.model.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * A serialised OpenNLP model, as model files of formats 1 and 2 keep them. A file with a maxent
 * model and nothing beside it but the manifest, as OpenNLP's own trainers write it, is read here:
 * OpenNLP inflates it byte by byte and starts a logger first, which in a fresh JVM takes 90 ms of a
 * thread in place of 30 for the bundled model. Every other file is for OpenNLP to read or refuse.
 */
final class OpenNlpModelFile {

  private static final String MANIFEST = "manifest.properties";

  /** Ends the names of entries that hold models. */
  private static final String MODEL = ".model";

  /** What a maxent model by generalised iterative scaling begins with. */
  private static final String GIS = "GIS";

  private final Properties manifest = new Properties();
  private Optional<BinaryMaxentModel> model = Optional.empty();

  /** Whether there are entries beside the manifest and one model. */
  private boolean hasMore;

  private OpenNlpModelFile() {}

  /**
   * The tokenizer of a serialised {@link TokenizerModel}.
   *
   * @throws IOException if it is damaged or none
   */
  static Tokenizer readTokenizer(byte[] file) throws IOException {
    OpenNlpModelFile read = read(file, TokenizerME.SPLIT, TokenizerME.NO_SPLIT);
    if (read.isMaxentAlone("TokenizerME", TokenizerFactory.class)) {
      return new MaxentTokenizer(read.model.get());
    }
    return new OpenNlpTokenizer(new TokenizerModel(new ByteArrayInputStream(file)));
  }

  /**
   * The sentence detector of a serialised {@link SentenceModel}.
   *
   * @throws IOException if it is damaged or none
   */
  static SentenceDetector readSentenceDetector(byte[] file) throws IOException {
    OpenNlpModelFile read = read(file, SentenceDetectorME.SPLIT, SentenceDetectorME.NO_SPLIT);
    String eosCharacters = read.property("eosCharacters");
    if (read.isMaxentAlone("SentenceDetectorME", SentenceDetectorFactory.class)
        && read.property("useTokenEnd").equals("true")
        && !eosCharacters.isEmpty()) {
      return new MaxentSentenceDetector(read.model.get(), eosCharacters);
    }
    return new OpenNlpSentenceDetector(new SentenceModel(new ByteArrayInputStream(file)));
  }

  /**
   * @param boundary the outcome of the model that is a boundary
   * @param noBoundary the other outcome
   * @throws IOException if it is damaged
   */
  private static OpenNlpModelFile read(byte[] file, String boundary, String noBoundary)
      throws IOException {
    OpenNlpModelFile read = new OpenNlpModelFile();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
    boolean modelRead = false;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(MANIFEST)) {
        read.manifest.load(zip);
      } else if (entry.getName().endsWith(MODEL) && !modelRead) {
        read.model = model(bytes(zip), boundary, noBoundary);
        modelRead = true;
      } else {
        read.hasMore = true;
        return read;
      }
    }
    return read;
  }

  /**
   * Whether its maxent model by OpenNLP's default features is all there is.
   *
   * @param component what the model is for, as the manifest says it
   * @param factory the class that the manifest names
   */
  private boolean isMaxentAlone(String component, Class<?> factory) {
    return !hasMore
        && model.isPresent()
        && property("Component-Name").equals(component)
        && property("factory").equals(factory.getName())
        && isReadable(property("OpenNLP-Version"));
  }

  private static boolean isReadable(String version) {
    return version.startsWith("1.") || version.startsWith("2.");
  }

  /** What the manifest says; empty if nothing. */
  private String property(String name) {
    return manifest.getProperty(name, "");
  }

  private static ByteBuffer bytes(InputStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[1 << 16];
    for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
      bytes.write(part, 0, read);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /**
   * Reads a model.
   *
   * @param positive one of its two outcomes
   * @param negative the other
   * @return nothing if it is of another type, or has something that is not known here
   */
  private static Optional<BinaryMaxentModel> model(
      ByteBuffer bytes, String positive, String negative) throws IOException {
    if (!string(bytes).equals(GIS)) {
      return Optional.empty();
    }
    // The constant and the parameter of a correction that evaluation does without.
    bytes.getInt();
    bytes.getDouble();
    List<String> outcomes = strings(bytes);
    boolean positiveFirst = outcomes.equals(Arrays.asList(positive, negative));
    if (!positiveFirst && !outcomes.equals(Arrays.asList(negative, positive))) {
      return Optional.empty();
    }
    int[] signsOfOutcomes = positiveFirst ? new int[] {1, -1} : new int[] {-1, 1};
    List<String> patterns = strings(bytes);
    long[] predicates = new long[Math.min(bytes.getInt(), bytes.remaining())];
    for (int i = 0; i < predicates.length; i++) {
      predicates[i] = hash(bytes);
    }
    double[] weights = new double[predicates.length];
    int next = 0;
    for (String pattern : patterns) {
      // How many predicates in a row have parameters, and for which outcomes.
      String[] numbers = pattern.split(" ", -1);
      int[] signs = new int[numbers.length - 1];
      for (int i = 0; i < signs.length; i++) {
        signs[i] = signsOfOutcomes[Integer.parseInt(numbers[i + 1])];
      }
      for (int end = next + Integer.parseInt(numbers[0]); next < end; next++) {
        for (int sign : signs) {
          weights[next] += sign * bytes.getDouble();
        }
      }
    }
    boolean whole = next == predicates.length && !bytes.hasRemaining();
    // Of equal outcomes OpenNLP takes the first.
    return whole ? BinaryMaxentModel.of(predicates, weights, positiveFirst) : Optional.empty();
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
    int from = bytes.arrayOffset() + start;
    return new DataInputStream(new ByteArrayInputStream(bytes.array(), from, Short.BYTES + length))
        .readUTF();
  }

  /** The hash of a string; nearly all are ASCII. */
  private static long hash(ByteBuffer bytes) throws IOException {
    int start = bytes.position();
    int length = bytes.getShort() & 0xFFFF;
    int from = bytes.arrayOffset() + bytes.position();
    int bits = 0;
    for (int i = from; i < from + length; i++) {
      bits |= bytes.array()[i];
    }
    if (bits < 0) {
      bytes.position(start);
      return BinaryMaxentModel.hash(string(bytes));
    }
    bytes.position(bytes.position() + length);
    return BinaryMaxentModel.hash(bytes.array(), from, from + length);
  }
}
