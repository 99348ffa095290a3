package org.namespan.examples.android;

import android.text.Spannable;
import android.text.Spanned;
import android.text.style.BackgroundColorSpan;
import java.util.List;
import java.util.Map;
import org.namespan.Entity;

/** How entities look in a text. */
final class EntityStyle {

  private static final Map<String, Integer> COLORS =
      Map.of(
          "per", 0xFFFFE0B2,
          "geo", 0xFFC8E6C9,
          "gpe", 0xFFDCEDC8,
          "org", 0xFFBBDEFB,
          "tim", 0xFFE1BEE7,
          "art", 0xFFFFF9C4,
          "eve", 0xFFFFCDD2,
          "nat", 0xFFB2DFDB);

  private static final int OTHER = 0xFFE0E0E0;

  private EntityStyle() {}

  /** Told apart from the spans that others set. */
  static final class Highlight extends BackgroundColorSpan {

    final String type;

    Highlight(String type) {
      super(color(type));
      this.type = type;
    }
  }

  /** The background of a type, opaque ARGB. */
  static int color(String type) {
    Integer color = COLORS.get(type);
    return color == null ? OTHER : color;
  }

  /** What a type of the bundled model stands for. */
  static String name(String type) {
    switch (type) {
      case "per":
        return "person";
      case "geo":
        return "place";
      case "gpe":
        return "country or people";
      case "org":
        return "organisation";
      case "tim":
        return "time";
      case "art":
        return "artefact";
      case "eve":
        return "event";
      case "nat":
        return "natural phenomenon";
      default:
        return type;
    }
  }

  /** Marks entities in the text that they were found in, in place of those marked before. */
  static void highlight(Spannable text, List<Entity> entities) {
    for (Highlight old : text.getSpans(0, text.length(), Highlight.class)) {
      text.removeSpan(old);
    }
    for (Entity entity : entities) {
      text.setSpan(
          new Highlight(entity.type()),
          entity.start(),
          entity.end(),
          Spanned.SPAN_EXCLUSIVE_EXCLUSIVE);
    }
  }
}
