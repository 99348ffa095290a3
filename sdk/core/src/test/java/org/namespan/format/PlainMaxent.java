package org.namespan.format;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The weights of a tokenizer's or a sentence detector's predicates: "Text models". */
final class PlainMaxent {

  private final boolean boundaryAtZero;
  private final String endCharacters;
  private final Map<Long, Double> weights = new HashMap<>();

  private PlainMaxent(boolean boundaryAtZero, String endCharacters) {
    this.boundaryAtZero = boundaryAtZero;
    this.endCharacters = endCharacters;
  }

  /** Reads a table: version 3. */
  static PlainMaxent ofTable(byte[] table) {
    ByteBuffer buffer = ByteBuffer.wrap(table);
    buffer.get();
    boolean boundaryAtZero = buffer.get() == 1;
    char[] endCharacters = new char[buffer.getInt()];
    for (int i = 0; i < endCharacters.length; i++) {
      endCharacters[i] = buffer.getChar();
    }
    PlainMaxent model = new PlainMaxent(boundaryAtZero, new String(endCharacters));
    long[] hashes = new long[buffer.getInt()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = buffer.getLong();
    }
    for (long hash : hashes) {
      model.weights.put(hash, buffer.getDouble());
    }
    return model;
  }

  /**
   * Reads a serialised OpenNLP model: versions 1 and 2.
   *
   * @param boundary the outcome that is a boundary
   */
  static PlainMaxent ofOpenNlp(byte[] zip, String boundary) throws IOException {
    Properties manifest = new Properties();
    byte[] model = {};
    ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip));
    for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      if (entry.getName().equals("manifest.properties")) {
        manifest.load(entries);
      } else if (entry.getName().endsWith(".model")) {
        model = entries.readAllBytes();
      }
    }
    String endCharacters = manifest.getProperty("eosCharacters", "");
    return ofGis(new DataInputStream(new ByteArrayInputStream(model)), boundary, endCharacters);
  }

  private static PlainMaxent ofGis(DataInputStream model, String boundary, String endCharacters)
      throws IOException {
    String kind = model.readUTF();
    if (!kind.equals("GIS")) {
      throw new IOException("OpenNLP model of kind " + kind + ", expected GIS");
    }
    model.skipBytes(4 + 8);
    List<String> outcomes = strings(model);
    List<String> patterns = strings(model);
    List<String> predicates = strings(model);
    PlainMaxent maxent = new PlainMaxent(outcomes.indexOf(boundary) == 0, endCharacters);
    int next = 0;
    for (String pattern : patterns) {
      String[] numbers = pattern.split(" ");
      for (int i = 0; i < Integer.parseInt(numbers[0]); i++) {
        double weight = 0;
        for (int k = 1; k < numbers.length; k++) {
          boolean positive = outcomes.get(Integer.parseInt(numbers[k])).equals(boundary);
          weight += positive ? model.readDouble() : -model.readDouble();
        }
        maxent.weights.put(hash(predicates.get(next++)), weight);
      }
    }
    return maxent;
  }

  private static List<String> strings(DataInputStream model) throws IOException {
    List<String> strings = new ArrayList<>();
    for (int count = model.readInt(); count > 0; count--) {
      strings.add(model.readUTF());
    }
    return strings;
  }

  /** Whether sentences can end at this character. */
  boolean isEnd(int c) {
    return endCharacters.indexOf(c) >= 0;
  }

  /** Whether a place with these predicates is a boundary. */
  boolean isBoundary(List<String> predicates) {
    double sum = 0;
    for (String predicate : predicates) {
      sum += weights.getOrDefault(hash(predicate), 0.0);
    }
    return sum > 0 || sum == 0 && boundaryAtZero;
  }

  private static long hash(String predicate) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < predicate.length(); i++) {
      hash = (hash ^ predicate.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }
}
