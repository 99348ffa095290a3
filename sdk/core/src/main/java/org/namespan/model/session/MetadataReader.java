package org.namespan.model.session;

import java.util.Map;
import org.namespan.ModelFormatException;
import org.namespan.model.InputMetadata;

/** Reads what a model file of one task says beside its graph. */
interface MetadataReader<M extends InputMetadata> {

  /**
   * Reads the entries of a file.
   *
   * @param entries values in UTF-8
   * @param source names the file in messages
   * @throws ModelFormatException if they are none of this task that this version can use
   */
  M read(Map<String, byte[]> entries, String source) throws ModelFormatException;
}
