package org.namespan.personaldata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;

/** In what programs write nobody is found, by the model or beside it. */
class LogLinesTest {

  private static List<String> people(TaggerOptions options) throws IOException {
    List<String> found = new ArrayList<>();
    List<String> lines = LogLines.of(1000, 1);
    try (EntityTagger tagger = EntityTagger.english(options)) {
      List<List<Entity>> entities = tagger.tagAll(lines);
      for (int i = 0; i < lines.size(); i++) {
        for (Entity entity : entities.get(i)) {
          if (entity.type().equals("per")) {
            found.add(entity.text() + " in " + lines.get(i));
          }
        }
      }
    }
    return found;
  }

  @Test
  void noPersonIsFound() throws IOException {
    assertEquals(List.of(), people(TaggerOptions.defaults()));
    assertEquals(List.of(), people(PersonalDataFinder.addTo(TaggerOptions.defaults())));
  }

  /**
   * What is no address or date is taken for a number of a person in one line of a hundred at most.
   */
  @Test
  void fewNumbersAreTakenForPersonalData() {
    List<String> found = new ArrayList<>();
    for (String line : LogLines.of(10_000, 2)) {
      found.addAll(Found.in(line));
    }
    found.removeIf(each -> each.startsWith("ip "));
    assertTrue(found.size() < 100, found.size() + " of 10,000: " + found);
  }
}
