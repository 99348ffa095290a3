package org.namespan.trainer.io;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.text.ControlCharacters;

/** A table whose first columns are names, flush left, and whose others are numbers. */
public final class TextTable {

  private final int nameColumns;
  private final List<List<String>> lines = new ArrayList<>();

  /** A table with two columns of names, and one cell of the header above each column. */
  public TextTable(List<String> header) {
    this(2, header);
  }

  /** A table with so many columns of names, and one cell of the header above each column. */
  public TextTable(int nameColumns, List<String> header) {
    this.nameColumns = nameColumns;
    add(header);
  }

  /** Adds a row of as many cells as the header has. */
  public void add(List<String> cells) {
    lines.add(cells.stream().map(ControlCharacters::escape).toList());
  }

  /** Aligned columns, two spaces apart, for a terminal; lines that each end in {@code \n}. */
  public String toText() {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], line.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String space = " ".repeat(widths[c] - line.get(c).length());
        row.append(c == 0 ? "" : "  ");
        row.append(c < nameColumns ? line.get(c) + space : space + line.get(c));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A Markdown table; {@code |} in a cell is escaped. Lines that each end in {@code \n}. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append('|');
      for (String cell : line) {
        text.append(' ').append(cell.replace("|", "\\|")).append(" |");
      }
      text.append('\n');
      if (line == lines.get(0)) {
        int numbers = line.size() - nameColumns;
        text.append('|').append("---|".repeat(nameColumns)).append("---:|".repeat(numbers));
        text.append('\n');
      }
    }
    return text.toString();
  }
}
