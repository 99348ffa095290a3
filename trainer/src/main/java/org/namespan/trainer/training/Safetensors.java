package org.namespan.trainer.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.namespan.trainer.io.Sha256;

/**
 * Named float vectors and text entries in a <a
 * href="https://github.com/huggingface/safetensors#format">safetensors</a> file: the length of a
 * JSON header (64 bits, little-endian), the header, then the numbers.
 *
 * @param tensors vectors by name
 * @param metadata texts by name
 */
record Safetensors(SortedMap<String, float[]> tensors, SortedMap<String, String> metadata) {

  private static final String METADATA = "__metadata__";
  private static final int HEADER_LIMIT = 100_000_000;

  /** Writes to {@code file}, whose content is replaced. */
  void write(Path file) throws IOException {
    JsonObject header = new JsonObject();
    JsonObject texts = new JsonObject();
    metadata.forEach(texts::addProperty);
    header.add(METADATA, texts);
    long offset = 0;
    for (Map.Entry<String, float[]> tensor : tensors.entrySet()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", "F32");
      JsonArray shape = new JsonArray();
      shape.add(tensor.getValue().length);
      entry.add("shape", shape);
      JsonArray offsets = new JsonArray();
      offsets.add(offset);
      offset += (long) tensor.getValue().length * Float.BYTES;
      offsets.add(offset);
      entry.add("data_offsets", offsets);
      header.add(tensor.getKey(), entry);
    }
    byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer start = littleEndian(Long.BYTES).putLong(head.length).flip();
      writeFully(channel, start);
      writeFully(channel, ByteBuffer.wrap(head));
      for (float[] values : tensors.values()) {
        ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        writeFully(channel, bytes);
      }
    }
  }

  /**
   * Reads {@code file}, each vector from where its {@code data_offsets} say.
   *
   * @throws IOException if it is truncated or no safetensors file of float vectors
   */
  static Safetensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long headLength = readFully(channel, file, Long.BYTES).getLong();
      if (headLength < 2 || headLength > HEADER_LIMIT) {
        throw new IOException(file + ": no safetensors file (header of " + headLength + " bytes)");
      }
      Header header = Header.parse(readFully(channel, file, headLength).array(), file);
      long start = channel.position();
      long size = 0;
      SortedMap<String, float[]> tensors = new TreeMap<>();
      for (Map.Entry<String, Extent> entry : header.extents().entrySet()) {
        Extent extent = entry.getValue();
        if (extent.to() > channel.size() - start) {
          throw truncated(channel, file);
        }
        if (extent.from() < 0
            || extent.to() < extent.from()
            || extent.to() - extent.from() != extent.count() * Float.BYTES) {
          throw new IOException(
              file
                  + ": tensor '"
                  + entry.getKey()
                  + "': found bytes "
                  + extent.from()
                  + " to "
                  + extent.to()
                  + ", expected those of "
                  + extent.count()
                  + " numbers");
        }
        channel.position(start + extent.from());
        ByteBuffer bytes = readFully(channel, file, extent.to() - extent.from());
        float[] values = new float[(int) extent.count()];
        bytes.asFloatBuffer().get(values);
        tensors.put(entry.getKey(), values);
        size += extent.to() - extent.from();
      }
      if (start + size != channel.size()) {
        throw new IOException(
            file
                + ": found "
                + (channel.size() - start)
                + " bytes of numbers, expected "
                + size
                + " by the header");
      }
      return new Safetensors(tensors, header.texts());
    }
  }

  /** SHA-256 over all names, texts and numbers, in hexadecimal. */
  String sha256() {
    Sha256 digest = new Sha256();
    metadata.forEach((name, text) -> digest.add(name + '\0' + text + '\0'));
    tensors.forEach(
        (name, values) -> {
          ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
          bytes.asFloatBuffer().put(values);
          digest.add(name + '\0' + values.length + '\0').add(bytes);
        });
    return digest.hex();
  }

  /** Where a vector stands: bytes {@code from} to {@code to} after the header. */
  private record Extent(long count, long from, long to) {}

  private record Header(SortedMap<String, String> texts, Map<String, Extent> extents) {

    static Header parse(byte[] json, Path file) throws IOException {
      SortedMap<String, String> texts = new TreeMap<>();
      Map<String, Extent> extents = new LinkedHashMap<>();
      try {
        JsonObject header =
            JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
          JsonObject value = entry.getValue().getAsJsonObject();
          if (entry.getKey().equals(METADATA)) {
            value.entrySet().forEach(e -> texts.put(e.getKey(), e.getValue().getAsString()));
          } else {
            extents.put(entry.getKey(), extent(value));
          }
        }
        return new Header(texts, extents);
      } catch (RuntimeException e) {
        // Gson has half a dozen exceptions for JSON that is not what is asked of it.
        throw new IOException(file + ": no safetensors file of float vectors", e);
      }
    }

    private static Extent extent(JsonObject tensor) {
      JsonArray shape = tensor.getAsJsonArray("shape");
      JsonArray offsets = tensor.getAsJsonArray("data_offsets");
      if (!tensor.get("dtype").getAsString().equals("F32")
          || shape.size() != 1
          || offsets.size() != 2) {
        throw new IllegalArgumentException("expected a vector of F32");
      }
      int count = shape.get(0).getAsInt();
      return new Extent(count, offsets.get(0).getAsLong(), offsets.get(1).getAsLong());
    }
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer readFully(FileChannel channel, Path file, long size)
      throws IOException {
    if (size > channel.size() - channel.position()) {
      throw truncated(channel, file);
    }
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new IOException(file + ": a part of " + size + " bytes, more than can be read");
    }
    ByteBuffer bytes = littleEndian((int) size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw truncated(channel, file);
      }
    }
    return bytes.flip();
  }

  private static EOFException truncated(FileChannel channel, Path file) throws IOException {
    return new EOFException(file + ": truncated after " + channel.size() + " bytes");
  }
}
