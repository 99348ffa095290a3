package org.namespan.trainer.record;

/** Tells where records end in a stream of bytes. Used by one thread, a record after the other. */
public interface Framing {

  /** Begins a record. */
  void begin();

  /**
   * Looks at the next bytes of the record.
   *
   * @return the index of the line feed that ends it; -1 if it goes on
   */
  int end(byte[] bytes, int from, int to);

  /**
   * Whether the record cannot end here: a quotation mark is open. Then its first line alone is bad,
   * and the next record begins behind that.
   */
  default boolean isOpen() {
    return false;
  }

  /** Records that end at line feeds. */
  static Framing lines() {
    return new Lines();
  }

  /** One record, however many lines it has. */
  static Framing wholeFile() {
    return new WholeFile();
  }

  /**
   * Rows whose cells may hold line feeds between quotation marks (RFC 4180).
   *
   * @param delimiter between cells
   */
  static Framing rows(char delimiter) {
    return new Rows(delimiter);
  }

  /** {@link #lines}. */
  final class Lines implements Framing {
    @Override
    public void begin() {}

    @Override
    public int end(byte[] bytes, int from, int to) {
      for (int i = from; i < to; i++) {
        if (bytes[i] == '\n') {
          return i;
        }
      }
      return -1;
    }
  }

  /** {@link #wholeFile}. */
  final class WholeFile implements Framing {
    @Override
    public void begin() {}

    @Override
    public int end(byte[] bytes, int from, int to) {
      return -1;
    }
  }

  /** {@link #rows}. */
  final class Rows implements Framing {
    private enum State {
      /** Before the first character of a cell. */
      CELL,
      /** In a cell without quotation marks, or behind the last one of a cell. */
      PLAIN,
      /** Between quotation marks. */
      QUOTED,
      /** Behind a quotation mark that ends the cell, or is the first of two that stand for one. */
      MARK
    }

    private final char delimiter;
    private State state = State.CELL;

    Rows(char delimiter) {
      this.delimiter = delimiter;
    }

    @Override
    public void begin() {
      state = State.CELL;
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
      for (int i = from; i < to; i++) {
        byte b = bytes[i];
        if (state == State.QUOTED) {
          state = b == '"' ? State.MARK : State.QUOTED;
        } else if (b == '\n') {
          return i;
        } else if (b == '"' && state != State.PLAIN) {
          state = State.QUOTED;
        } else {
          state = b == delimiter ? State.CELL : State.PLAIN;
        }
      }
      return -1;
    }

    @Override
    public boolean isOpen() {
      return state == State.QUOTED;
    }
  }
}
