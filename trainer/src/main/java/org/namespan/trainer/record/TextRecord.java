package org.namespan.trainer.record;

import java.util.List;
import org.namespan.Entity;

/** A record that holds a text. Whatever is written of it ends without a line end. */
public interface TextRecord {

  /** The text; empty where the record says that it has none. */
  String text();

  /** Writes the record with the entities of its text. */
  void writeWith(List<Entity> entities, StringBuilder out);

  /** Writes the record with another text in place of its own. */
  void writeAs(String text, StringBuilder out);
}
