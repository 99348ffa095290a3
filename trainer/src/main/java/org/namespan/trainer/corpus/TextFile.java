package org.namespan.trainer.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.namespan.trainer.InputFile;

/** The bytes of a text file, unpacked, and their strict decoding. */
final class TextFile {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final Path file;
  private final byte[] bytes;

  private TextFile(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Reads and unpacks a file and refuses what is no text in one-byte units. */
  static TextFile open(Path file) throws IOException {
    InputFile.Refusal refusal = (found, remedy) -> unusable(file, found, remedy);
    byte[] bytes;
    try (InputStream packed = InputFile.open(file, refusal);
        InputStream unpacked = InputFile.unpack(packed, refusal)) {
      bytes = unpacked.readAllBytes();
    }
    TextFile text = new TextFile(file, bytes);
    text.refuseBinary();
    return text;
  }

  /** The text without a byte-order mark. */
  String decodeUtf8() throws CorpusException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    int malformed = decode(StandardCharsets.UTF_8, text);
    if (malformed >= 0) {
      throw new CorpusException(
          file,
          lineOf(malformed),
          "found bytes that are not UTF-8",
          "expected UTF-8",
          "save the file as UTF-8");
    }
    return withoutMark(text);
  }

  /** The text, as UTF-8 if all of it is, else as windows-1252. */
  String decodeUtf8OrWindows1252() throws CorpusException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (decode(StandardCharsets.UTF_8, text) < 0) {
      return withoutMark(text);
    }
    text.clear();
    int malformed = decode(WINDOWS_1252, text);
    if (malformed >= 0) {
      throw new CorpusException(
          file,
          lineOf(malformed),
          "found a byte that is neither UTF-8 nor windows-1252",
          "expected UTF-8 or windows-1252",
          "save the file as UTF-8");
    }
    return withoutMark(text);
  }

  private void refuseBinary() throws CorpusException {
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw unusable(file, "found a ZIP archive", "unpack it first");
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw new CorpusException(
          file, 1, "found UTF-16", "expected UTF-8", "save the file as UTF-8");
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new CorpusException(
            file,
            lineOf(i),
            "found a NUL byte, as in UTF-16 or binary data",
            "expected UTF-8",
            "save the file as UTF-8");
      }
    }
  }

  /** Returns where the first malformed byte stands, or -1. */
  private int decode(Charset charset, CharBuffer into) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = charset.newDecoder().decode(in, into, true);
    return result.isError() ? in.position() : -1;
  }

  private static String withoutMark(CharBuffer text) {
    text.flip();
    if (text.hasRemaining() && text.get(0) == '\uFEFF') {
      text.get();
    }
    return text.toString();
  }

  private int lineOf(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static CorpusException unusable(Path file, String found, String remedy) {
    return new CorpusException(file, 0, found, "expected a text file, plain or gzip", remedy);
  }
}
