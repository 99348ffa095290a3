package org.namespan.model.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
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

  /** Bytes of a file may unpack to so many times theirs: models of text to some three times. */
  private static final int MOST_UNPACKED = 20;

  /** So many bytes a file may unpack to in any case. */
  private static final int UNPACKED_ANYWAY = 1 << 20;

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
    SentenceEndFeatures.requireFew(eosCharacters);
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
    long left = UNPACKED_ANYWAY + (long) MOST_UNPACKED * file.length;
    boolean modelRead = false;
    // All entries, for OpenNLP would unpack them too, and believe what they say of their sizes.
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      byte[] content = bytes(zip, left);
      left -= content.length;
      if (entry.getName().equals(MANIFEST)) {
        read.manifest.load(new ByteArrayInputStream(content));
      } else if (entry.getName().endsWith(MODEL)) {
        requireCounts(ByteBuffer.wrap(content));
        if (!modelRead) {
          read.model = model(ByteBuffer.wrap(content), boundary, noBoundary);
        }
        read.hasMore |= modelRead;
        modelRead = true;
      } else {
        read.hasMore = true;
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

  /**
   * The bytes of a stream.
   *
   * @throws ZipException if there are more than {@code most}
   */
  private static byte[] bytes(InputStream stream, long most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[1 << 16];
    for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
      if (bytes.size() + read > most) {
        throw new ZipException(
            "it unpacks to more than " + MOST_UNPACKED + " times its bytes, expected some 3 times");
      }
      bytes.write(part, 0, read);
    }
    return bytes.toByteArray();
  }

  /**
   * Refuses a model of any type in which a number of strings is more than its bytes can hold:
   * OpenNLP makes room for as many first.
   *
   * @throws IOException if there is such a number, or the bytes end too early
   */
  private static void requireCounts(ByteBuffer bytes) throws IOException {
    try {
      if (string(bytes).equals(GIS)) {
        bytes.position(bytes.position() + Integer.BYTES + Double.BYTES);
      }
      // Outcomes, patterns and predicates.
      for (int list = 0; list < 3; list++) {
        for (int left = bytes.getInt(); left > 0; left--) {
          bytes.position(
              bytes.position() + Short.BYTES + (bytes.getShort(bytes.position()) & 0xFFFF));
        }
      }
    } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("a model that ends before the strings that it says it has", e);
    }
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
