package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

  @TempDir Path folder;

  private Path file(String header, float... numbers) throws IOException {
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + head.length + 4 * numbers.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(head.length).put(head);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return Files.write(folder.resolve("a.safetensors"), bytes.array());
  }

  @Test
  void readsWhatItWrote() throws IOException {
    float[] odd = {
      0, -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 0.1f
    };
    Safetensors written =
        new Safetensors(
            new TreeMap<>(Map.of("b/ä\"\n", odd, "a", new float[0], "c", new float[] {3})),
            new TreeMap<>(Map.of("text", "line\nline \u2028 \\ \"x\"", "", "empty name")));
    Path file = folder.resolve("a.safetensors");
    written.write(file);
    Safetensors read = Safetensors.read(file);
    assertEquals(written.metadata(), read.metadata());
    assertEquals(written.tensors().keySet(), read.tensors().keySet());
    written
        .tensors()
        .forEach((name, values) -> assertArrayEquals(values, read.tensors().get(name)));
    assertEquals(written.sha256(), read.sha256());
    odd[6] = 0.2f;
    assertNotEquals(written.sha256(), read.sha256());
  }

  @Test
  void readsEachVectorFromWhereItsOffsetsSay() throws IOException {
    Path file =
        file(
            "{\"late\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]},"
                + "\"early\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}  ",
            1,
            2,
            3);
    Safetensors read = Safetensors.read(file);
    assertArrayEquals(new float[] {2, 3}, read.tensors().get("late"));
    assertArrayEquals(new float[] {1}, read.tensors().get("early"));
    assertTrue(read.metadata().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "null",
        "\"text\"",
        "{\"a\":1}",
        "{\"__metadata__\":{\"a\":{}}}",
        "{\"__metadata__\":{\"a\":null}}",
        "{\"__metadata__\":[]}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"x\"],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-4,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1073741826],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1073741826],\"data_offsets\":[0,4294967304]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":"
            + "[9223372036854775799,9223372036854775807]}}"
      })
  void refusesHeadersThatDoNotFit(String header) throws IOException {
    Path file = file(header, 1, 2);
    IOException refusal = assertThrows(IOException.class, () -> Safetensors.read(file));
    assertTrue(refusal.getMessage().startsWith(file + ": "), refusal.getMessage());
  }

  @Test
  void refusesFilesWithoutHeader() throws IOException {
    Path file = folder.resolve("a");
    for (String content :
        new String[] {"", "short", "PK\3\4 something else entirely", "\0\0\0\0"}) {
      Files.writeString(file, content);
      assertThrows(IOException.class, () -> Safetensors.read(file));
    }
    for (long head : new long[] {0, 1, -1, 3, 50_000_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
      ByteBuffer bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(head);
      Files.write(file, bytes.put((byte) '{').put((byte) '}').array());
      assertThrows(IOException.class, () -> Safetensors.read(file));
    }
  }
}
