package org.namespan.trainer.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Reads and writes the annotated texts of one tool, whose spans have offsets of characters. {@link
 * TextFormats} knows every format. Formats hold no state and may be shared by threads.
 */
public interface TextFormat {

  /** Name of the format in upper case, such as {@code DOCCANO}. */
  String name();

  /** The unit in which the tool counts offsets. */
  OffsetUnit offsets();

  /**
   * Reads a file, plain or gzip, or a folder where the format has those. A record that cannot be
   * read is told in {@link TextCorpus#broken}, and the others are read.
   *
   * @param offsets the unit of the offsets; empty for {@link #offsets()}, which is then refused if
   *     spans cut words that they would not cut in another unit
   * @throws CorpusException if the file is missing, is not such a file at all, holds no record that
   *     can be read, or another unit fits its spans better
   * @throws IOException if the disk fails
   */
  TextCorpus read(Path file, Optional<OffsetUnit> offsets) throws IOException;

  /**
   * Writes texts, in UTF-8, whole or not at all. What was there is replaced.
   *
   * @param target the file, or the folder where the format has those
   * @param offsets the unit in which to count
   * @throws CorpusException if the format cannot hold a text; then nothing is written
   * @throws IllegalArgumentException if a span has gaps and the format has no such spans
   * @throws IOException if the disk fails
   */
  void write(List<AnnotatedText> texts, Path target, OffsetUnit offsets) throws IOException;

  /** Whether it is written as a folder of files. */
  default boolean isFolder() {
    return false;
  }

  /** Whether spans may have gaps. */
  default boolean holdsDiscontinuous() {
    return false;
  }
}
