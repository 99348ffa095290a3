package org.namespan.trainer.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.io.InputFile;
import org.namespan.trainer.io.Sha256;

/** Reads one file of word vectors, line by line, in bytes. */
final class VectorReader {
  /** Far above the line of any known file; stops a file without lines from filling the memory. */
  private static final int MAX_LINE = 1 << 20;

  private static final int MAX_VALUES = Integer.MAX_VALUE - 8;

  /** Every number of so many digits is a float, and so is every power of ten up to theirs. */
  private static final int EXACT_DIGITS = 7;

  private static final float[] POWERS_OF_TEN = {1, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f};

  private static final String DAMAGED = "fetch the file again or delete the line";
  private static final String NO_TEXT = "give the vectors as UTF-8 text (.txt or .vec, not .bin)";

  private final Path file;
  private final int limit;
  private final long fileBytes;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

  private final byte[] chunk = new byte[1 << 16];
  private int chunkAt;
  private int chunkEnd;
  private byte[] line = new byte[1 << 12];
  private int length;
  private int lineNumber;

  private long promised = -1;
  private int dim;
  private float[] values = new float[0];
  private int duplicates;
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();

  private VectorReader(Path file, int limit, long fileBytes) {
    this.file = file;
    this.limit = limit;
    this.fileBytes = fileBytes;
  }

  /** Reads at most {@code limit} vectors; the checksum is that of the whole file all the same. */
  static WordVectors read(Path file, int limit) throws IOException {
    InputFile input = new InputFile(file, "word vectors, plain or gzip", VectorException::new);
    Sha256 checksum = new Sha256();
    try (InputStream packed = input.open();
        InputStream digested = checksum.adding(packed);
        InputStream text = input.unpack(digested)) {
      VectorReader reader = new VectorReader(file, limit, Files.size(file));
      reader.readLines(text);
      while (digested.read(reader.chunk) >= 0) {}
      int used = reader.words.size() * reader.dim;
      float[] values = reader.values;
      return new WordVectors(
          reader.words,
          values.length == used ? values : Arrays.copyOf(values, used),
          reader.dim,
          reader.duplicates,
          checksum.hex());
    }
  }

  private void readLines(InputStream text) throws IOException {
    int vectors = 0;
    while (vectors < limit && nextLine(text)) {
      if (length == 0 || (dim == 0 && readHeader())) {
        continue;
      }
      if (dim == 0) {
        dim = fields() - 1;
      }
      if (dim == 0) {
        throw wrong("found 1 field", "expected a word and its numbers", NO_TEXT);
      }
      readVector();
      vectors++;
    }
    if (vectors == 0) {
      throw unusable(
          "found no vector",
          "expected a word and its numbers on each line",
          "check that this is the right file");
    }
    if (vectors < limit && promised >= 0 && vectors != promised) {
      throw unusable(
          "found " + vectors + " vectors",
          "expected " + promised + " as its first line says",
          "fetch the file again or correct that line");
    }
  }

  /** Moves on to the next line; takes its end, blanks there included, away. */
  private boolean nextLine(InputStream text) throws IOException {
    length = 0;
    lineNumber++;
    boolean ended = false;
    boolean found = false;
    while (!ended) {
      if (chunkAt == chunkEnd) {
        chunkAt = 0;
        chunkEnd = Math.max(0, text.read(chunk));
        if (chunkEnd == 0) {
          break;
        }
      }
      found = true;
      int from = chunkAt;
      while (chunkAt < chunkEnd && chunk[chunkAt] != '\n') {
        chunkAt++;
      }
      append(from, chunkAt - from);
      ended = chunkAt < chunkEnd;
      chunkAt += ended ? 1 : 0;
    }
    if (lineNumber == 1) {
      skipMark();
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    while (length > 0 && isBlank(line[length - 1])) {
      length--;
    }
    return found;
  }

  private void append(int from, int count) throws VectorException {
    if (count > MAX_LINE - length) {
      throw wrong("found a line of more than " + MAX_LINE + " bytes", "expected text", NO_TEXT);
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
    }
    System.arraycopy(chunk, from, line, length, count);
    length += count;
  }

  private void skipMark() throws VectorException {
    if (startsWith('P', 'K', 3, 4)) {
      throw unusable("found a ZIP archive", "expected text, plain or gzip", "unpack it first");
    }
    if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
      throw wrong("found UTF-16", "expected UTF-8", "save the file as UTF-8");
    }
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      length -= 3;
      System.arraycopy(line, 3, line, 0, length);
    }
  }

  private boolean startsWith(int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= length || (line[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Takes a first line {@code count dim}; says whether the line was one. */
  private boolean readHeader() throws VectorException {
    int space = 0;
    while (space < length && isDigit(line[space])) {
      space++;
    }
    int second = space;
    while (second < length && isBlank(line[second])) {
      second++;
    }
    for (int i = second; i < length; i++) {
      if (!isDigit(line[i])) {
        return false;
      }
    }
    if (space == 0 || second == space || second == length) {
      return false;
    }
    long count = wholeNumber(0, space);
    long numbers = wholeNumber(second, length);
    if (count < 1 || numbers < 1 || numbers > MAX_LINE) {
      throw wrong(
          "found " + count + " vectors of " + numbers + " numbers",
          "expected at least 1 of 1 to " + MAX_LINE + " numbers",
          "check that this is the right file");
    }
    promised = count;
    dim = (int) numbers;
    // A header may lie; a real file has about two bytes for each number, even when packed.
    values = new float[(int) Math.min(Math.min(count, limit) * dim, Math.min(fileBytes, 1 << 28))];
    return true;
  }

  /** The digits as a number, or {@link Integer#MAX_VALUE} where it is larger. */
  private long wholeNumber(int from, int to) {
    long number = 0;
    for (int i = from; i < to && number < Integer.MAX_VALUE; i++) {
      number = 10 * number + line[i] - '0';
    }
    return Math.min(number, Integer.MAX_VALUE);
  }

  /** Reads from the end of the line, for a word may hold spaces. */
  private void readVector() throws VectorException {
    int at = makeRoom();
    int end = length;
    int from = length;
    for (int i = dim - 1; i >= 0; i--) {
      end = skipBlanksBefore(from);
      from = fieldBefore(end);
      if (from == 0) {
        throw wrongFields();
      }
      float value = number(from, end);
      if (!Float.isFinite(value)) {
        throw fields() == dim + 1 ? wrongNumber(i) : wrongFields();
      }
      values[at + i] = value;
    }
    end = skipBlanksBefore(from);
    from = 0;
    while (from < end && isBlank(line[from])) {
      from++;
    }
    if (from == end || onlyNumbersFollow(from, end)) {
      throw wrongFields();
    }
    String word = word(from, end);
    if (rows.putIfAbsent(word, words.size()) == null) {
      words.add(word);
    } else {
      duplicates++;
    }
  }

  /** Whether one field and then numbers stand there: a line that is too long, and no phrase. */
  private boolean onlyNumbersFollow(int from, int to) {
    int end = to;
    int start = fieldBefore(end);
    if (start <= from) {
      return false;
    }
    while (start > from) {
      if (!Float.isFinite(number(start, end))) {
        return false;
      }
      end = skipBlanksBefore(start);
      start = fieldBefore(end);
    }
    return true;
  }

  /** Where the next vector starts. */
  private int makeRoom() throws VectorException {
    long at = (long) words.size() * dim;
    if (at + dim > MAX_VALUES) {
      throw wrong(
          "found more than " + words.size() + " words of " + dim + " numbers",
          "expected at most " + MAX_VALUES + " numbers in all",
          "read fewer words");
    }
    if (at + dim > values.length) {
      long room = Math.max(at + dim, Math.min(MAX_VALUES, at + at / 2 + (1 << 12)));
      values = Arrays.copyOf(values, (int) room);
    }
    return (int) at;
  }

  private int skipBlanksBefore(int end) {
    int at = end;
    while (at > 0 && isBlank(line[at - 1])) {
      at--;
    }
    return at;
  }

  private int fieldBefore(int end) {
    int at = end;
    while (at > 0 && !isBlank(line[at - 1])) {
      at--;
    }
    return at;
  }

  private int fields() {
    int fields = 0;
    for (int end = skipBlanksBefore(length); end > 0; fields++) {
      end = skipBlanksBefore(fieldBefore(end));
    }
    return fields;
  }

  /** A decimal number; NaN for anything else, such as Java's {@code 1f} and {@code 0x1p3}. */
  private float number(int from, int to) {
    int sign = line[from] == '-' ? 1 : 0;
    int mantissa = 0;
    int digits = 0;
    int point = -1;
    for (int i = from + sign; i < to; i++) {
      byte c = line[i];
      if (isDigit(c) && digits < EXACT_DIGITS) {
        mantissa = 10 * mantissa + c - '0';
        digits++;
      } else if (c == '.' && point < 0) {
        point = digits;
      } else {
        return anyNumber(from, to);
      }
    }
    if (digits == 0) {
      return Float.NaN;
    }
    // Both are exact floats, so their quotient is the float that is nearest to the decimal number.
    float value = mantissa / POWERS_OF_TEN[point < 0 ? 0 : digits - point];
    return sign > 0 ? -value : value;
  }

  private float anyNumber(int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = line[i];
      if (!isDigit(c) && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E') {
        return Float.NaN;
      }
    }
    try {
      return Float.parseFloat(new String(line, from, to - from, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  private String word(int from, int to) throws VectorException {
    try {
      return utf8.decode(ByteBuffer.wrap(line, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      throw wrong("found bytes that are not UTF-8", "expected UTF-8", NO_TEXT);
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t';
  }

  private VectorException wrongFields() {
    int fields = fields();
    return wrong(
        "found " + fields + (fields == 1 ? " field" : " fields"),
        "expected " + (dim + 1) + ": a word and " + dim + " numbers",
        DAMAGED);
  }

  private VectorException wrongNumber(int index) {
    return wrong(
        "found no finite number in field " + (index + 2),
        "expected " + dim + " decimal numbers such as -0.25 after the word",
        DAMAGED);
  }

  private VectorException wrong(String found, String expected, String remedy) {
    return new VectorException(file, lineNumber, found, expected, remedy);
  }

  private VectorException unusable(String found, String expected, String remedy) {
    return new VectorException(file, 0, found, expected, remedy);
  }
}
