package org.namespan.model.session;

import java.util.Map;
import org.namespan.ModelFormatException;
import org.namespan.model.InputMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

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

  /**
   * How text becomes tokens, as the metadata describe it.
   *
   * @param features that they describe
   * @throws IllegalArgumentException if the text models cannot be read
   */
  TextSplitter splitter(M metadata, TokenFeatures features);
}
