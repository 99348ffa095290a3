package org.namespan.trainer.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.util.model.BaseModel;

/**
 * Serialises an OpenNLP model so that the same model gives the same bytes: OpenNLP itself writes
 * the time of day to the manifest and to each zip entry, in the order of a hash map.
 */
final class ReproducibleModel {

  private static final String MANIFEST = "manifest.properties";

  /** The first moment that the zip format can name, 1980-01-01, in the zone zip entries are in. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ReproducibleModel() {}

  static byte[] serialize(BaseModel model) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    model.serialize(written);
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        entries.put(entry.getName(), entry.getName().equals(MANIFEST) ? timeless(bytes) : bytes);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(EPOCH);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** The manifest in order of its keys, without comment and without time. */
  private static byte[] timeless(byte[] manifest) throws IOException {
    Properties properties = new Properties();
    properties.load(new ByteArrayInputStream(manifest));
    properties.setProperty("Timestamp", "0");
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    properties.store(stored, null);
    StringBuilder lines = new StringBuilder();
    stored
        .toString(StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
