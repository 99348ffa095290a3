package org.namespan.model.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagSetTest {

  /** What is trained and exported has types that can be shown. */
  @Test
  void refusesTypesThatCannotBeShown() {
    Map<String, String> shownByTypes =
        Map.of(
            "", "",
            "a\nb", "a\\u000ab",
            "\u001b[2J", "\\u001b[2J",
            "\u202eper", "\\u202eper",
            "x\u2028", "x\\u2028",
            "\ud83d", "\\ud83d");
    shownByTypes.forEach(
        (type, shown) ->
            assertEquals(
                "entity type '"
                    + shown
                    + "', expected a name without line ends and control characters",
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TagSet.over(TagScheme.BIO, Set.of("per", type)))
                    .getMessage()));
  }
}
