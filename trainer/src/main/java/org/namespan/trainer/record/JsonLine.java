package org.namespan.trainer.record;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of a field in a JSON object without changing or building anything else of it. The
 * grammar is that of RFC 8259, to the letter. Nesting costs a bit a level.
 */
final class JsonLine {

  private static final int NONE = -1;

  private final String json;
  private final FieldPath path;
  private final String added;
  private int at;

  /** Containers that are open, the outermost at 1: set for an object. */
  private final BitSet objects = new BitSet();

  private int depth;

  /** Steps of the path that lead to the innermost container on it. */
  private int onPath;

  /** The index of the element at hand in each array on the path. */
  private final int[] elements;

  private int valueStart = NONE;
  private int valueEnd;
  private @Nullable String value;
  private int end;

  private JsonLine(String json, FieldPath path, String added) {
    this.json = json;
    this.path = path;
    this.added = added;
    this.elements = new int[path.steps().size() + 1];
  }

  /**
   * Reads a line.
   *
   * @param added name of a member that the object must not have; empty for none
   * @throws BadRecordException if it is no JSON object, has no such field or twice, or its value is
   *     neither a string nor null
   */
  static JsonLine read(String json, FieldPath path, String added) throws BadRecordException {
    JsonLine line = new JsonLine(json, path, added);
    line.read();
    return line;
  }

  /** The text; empty for null. */
  String text() {
    return value == null ? "" : value;
  }

  /** Where the value begins. */
  int valueStart() {
    return valueStart;
  }

  /** Where the value ends. */
  int valueEnd() {
    return valueEnd;
  }

  /** Where the bracket stands that closes the object. */
  int end() {
    return end;
  }

  private void read() throws BadRecordException {
    space();
    if (peek() != '{') {
      throw new BadRecordException("found no JSON object, expected one");
    }
    open();
    boolean first = true;
    while (depth > 0) {
      space();
      char close = objects.get(depth) ? '}' : ']';
      if (peek() == close) {
        close();
        first = false;
        continue;
      }
      if (!first) {
        require(',');
        space();
      }
      boolean wanted = objects.get(depth) ? member() : element(first);
      first = value(wanted);
    }
    space();
    if (at < json.length()) {
      throw malformed();
    }
    if (valueStart == NONE) {
      throw new BadRecordException("found no '" + path.written() + "', expected a string there");
    }
  }

  private void open() {
    depth++;
    objects.set(depth, json.charAt(at) == '{');
    at++;
  }

  private void close() {
    end = at;
    at++;
    if (depth > 1 && onPath == depth - 1) {
      onPath--;
    }
    depth--;
  }

  /** Reads the name of a member; tells whether its value is on the path. */
  private boolean member() throws BadRecordException {
    String name = string();
    space();
    require(':');
    space();
    if (depth == 1 && !added.isEmpty() && name.equals(added)) {
      throw new BadRecordException(
          "found a member '" + added + "' already, expected none; name another for the entities");
    }
    return isNext() && path.steps().get(depth - 1).equals(name);
  }

  /** Begins an element of an array; tells whether it is on the path. */
  private boolean element(boolean first) {
    if (!isNext()) {
      return false;
    }
    elements[depth] = first ? 0 : elements[depth] + 1;
    return path.steps().get(depth - 1).equals(String.valueOf(elements[depth]));
  }

  /** Whether the innermost container is on the path, and a step leads on from it. */
  private boolean isNext() {
    return onPath == depth - 1 && depth <= path.steps().size();
  }

  /** Reads a value, or the bracket that opens it; tells whether its parts are to be read. */
  private boolean value(boolean wanted) throws BadRecordException {
    boolean last = wanted && depth == path.steps().size();
    if (last && valueStart != NONE) {
      throw new BadRecordException("found '" + path.written() + "' twice, expected it once");
    }
    int start = at;
    char c = peek();
    if (c == '{' || c == '[') {
      if (last) {
        throw notText(c == '{' ? "an object" : "an array");
      }
      onPath += wanted ? 1 : 0;
      open();
      return true;
    }
    if (c == '"') {
      String text = string();
      value = last ? text : value;
    } else if (c == '-' || (c >= '0' && c <= '9')) {
      number();
      refuse(last, "a number");
    } else if (c == 'n') {
      literal("null");
    } else {
      literal(c == 't' ? "true" : "false");
      refuse(last, "a truth value");
    }
    if (last) {
      valueStart = start;
      valueEnd = at;
    }
    return false;
  }

  private void refuse(boolean last, String kind) throws BadRecordException {
    if (last) {
      throw notText(kind);
    }
  }

  private BadRecordException notText(String kind) {
    return new BadRecordException(
        "found " + kind + " for '" + path.written() + "', expected a string or null");
  }

  private void space() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character; NUL, which begins nothing, at the end. */
  private char peek() {
    return at < json.length() ? json.charAt(at) : '\0';
  }

  private void require(char c) throws BadRecordException {
    if (peek() != c) {
      throw malformed();
    }
    at++;
  }

  private BadRecordException malformed() {
    return new BadRecordException(
        (at < json.length()
                ? "found something that is no JSON at character " + (at + 1)
                : "found JSON that ends too early")
            + ", expected a JSON object");
  }

  private void literal(String word) throws BadRecordException {
    if (!json.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
  }

  private void number() throws BadRecordException {
    at += peek() == '-' ? 1 : 0;
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      digits();
    }
  }

  private void digits() throws BadRecordException {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
  }

  /** Reads a string. */
  private String string() throws BadRecordException {
    require('"');
    int from = at;
    @Nullable StringBuilder unescaped = null;
    while (true) {
      char c = peek();
      if (c < ' ') {
        throw malformed();
      }
      if (c == '"' || c == '\\') {
        if (unescaped != null) {
          unescaped.append(json, from, at);
        }
        if (c == '"') {
          String plain = unescaped == null ? json.substring(from, at) : unescaped.toString();
          at++;
          return plain;
        }
        unescaped = unescaped == null ? new StringBuilder(json.substring(from, at)) : unescaped;
        at++;
        unescaped.append(escaped());
        from = at;
      } else {
        at++;
      }
    }
  }

  /** Reads what stands behind a backslash. */
  private char escaped() throws BadRecordException {
    int letter = "\"\\/bfnrt".indexOf(peek());
    if (letter >= 0) {
      at++;
      return "\"\\/\b\f\n\r\t".charAt(letter);
    }
    require('u');
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 0x80 ? Character.digit(peek(), 16) : NONE;
      if (digit < 0) {
        throw malformed();
      }
      code = (code << 4) | digit;
      at++;
    }
    return (char) code;
  }
}
