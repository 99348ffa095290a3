package org.namespan.trainer.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
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
   * Reads {@code file}.
   *
   * @throws IOException if it is truncated or no safetensors file of float vectors
   */
  static Safetensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long headLength = readFully(channel, file, Long.BYTES).getLong();
      if (headLength < 2 || headLength > Math.min(HEADER_LIMIT, channel.size())) {
        throw new IOException(file + ": no safetensors file (header of " + headLength + " bytes)");
      }
      byte[] head = new byte[(int) headLength];
      readFully(channel, file, head.length).get(head);
      JsonObject header =
          JsonParser.parseString(new String(head, StandardCharsets.UTF_8)).getAsJsonObject();
      SortedMap<String, String> metadata = new TreeMap<>();
      Map<String, Integer> sizes = new LinkedHashMap<>();
      for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
        if (entry.getKey().equals(METADATA)) {
          entry
              .getValue()
              .getAsJsonObject()
              .entrySet()
              .forEach(text -> metadata.put(text.getKey(), text.getValue().getAsString()));
        } else {
          JsonObject tensor = entry.getValue().getAsJsonObject();
          sizes.put(entry.getKey(), tensor.getAsJsonArray("shape").get(0).getAsInt());
        }
      }
      SortedMap<String, float[]> tensors = new TreeMap<>();
      for (Map.Entry<String, Integer> size : sizes.entrySet()) {
        float[] values = new float[size.getValue()];
        readFully(channel, file, values.length * Float.BYTES).asFloatBuffer().get(values);
        tensors.put(size.getKey(), values);
      }
      return new Safetensors(tensors, metadata);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException e) {
      throw new IOException(file + ": no safetensors file of float vectors", e);
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

  private static ByteBuffer readFully(FileChannel channel, Path file, int size) throws IOException {
    if (size < 0 || size > channel.size() - channel.position()) {
      throw new EOFException(file + ": truncated after " + channel.size() + " bytes");
    }
    ByteBuffer bytes = littleEndian(size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException(file + ": truncated after " + channel.size() + " bytes");
      }
    }
    return bytes.flip();
  }
}
