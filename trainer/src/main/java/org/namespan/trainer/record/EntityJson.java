package org.namespan.trainer.record;

import java.util.List;
import org.namespan.Entity;

/** Writes entities as JSON. */
public final class EntityJson {

  private EntityJson() {}

  /**
   * Adds an array of objects with {@code type}, {@code text}, {@code start}, {@code end}, score.
   */
  public static void append(List<Entity> entities, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < entities.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      append(entities.get(i), out);
    }
    out.append(']');
  }

  /** Adds an object; the score has four decimals. */
  public static void append(Entity entity, StringBuilder out) {
    out.append("{\"type\":");
    JsonText.append(entity.type(), out);
    out.append(",\"text\":");
    JsonText.append(entity.text(), out);
    out.append(",\"start\":").append(entity.start()).append(",\"end\":").append(entity.end());
    out.append(",\"score\":").append(rounded(entity.score())).append('}');
  }

  /** A score as JSON has it: with four decimals. */
  public static double rounded(double score) {
    return Math.round(score * 1e4) / 1e4;
  }
}
