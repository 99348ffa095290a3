package org.namespan.examples.benchmarks.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RewriterTest {

  private static final AnnotatedText OSLO =
      new AnnotatedText("In Oslo.", List.of(new TypedRange("geo", 3, 7)));

  @Test
  void whatStandsAroundANameIsNoPartOfIt() {
    AnnotatedText written =
        new Rewriter()
            .insert("- ")
            .text(OSLO)
            .insert("\n")
            .text(
                OSLO,
                (text, i) ->
                    new Rewriter.Piece(
                        text.entityStarts(i) ? "<b>" : "",
                        "" + text.text().charAt(i),
                        text.entityEnds(i + 1) ? "</b>" : ""))
            .result();
    assertEquals("- In Oslo.\nIn <b>Oslo</b>.", written.text());
    assertEquals(
        List.of(new TypedRange("geo", 5, 9), new TypedRange("geo", 17, 21)), written.entities());
  }

  @Test
  void whatReplacesACharOfANameIsPartOfIt() {
    AnnotatedText written =
        new Rewriter()
            .text(OSLO, (text, i) -> Rewriter.Piece.of(text.inEntity(i) ? "xy" : ""))
            .result();
    assertEquals("xyxyxyxy", written.text());
    assertEquals(List.of(new TypedRange("geo", 0, 8)), written.entities());
  }
}
