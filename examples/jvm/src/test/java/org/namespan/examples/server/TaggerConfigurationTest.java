package org.namespan.examples.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.namespan.EntityTagger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class TaggerConfigurationTest {

  @Test
  void oneTaggerServesAllThreadsAndIsClosedWithTheApplication() {
    EntityTagger tagger;
    try (AnnotationConfigApplicationContext application =
        new AnnotationConfigApplicationContext(TaggerConfiguration.class)) {
      tagger = application.getBean(EntityTagger.class);
      PeopleFinder finder = application.getBean(PeopleFinder.class);
      List<Set<String>> found =
          IntStream.range(0, 1000)
              .parallel()
              .mapToObj(i -> finder.people("Angela Merkel met Barack Obama in Paris."))
              .distinct()
              .toList();
      assertEquals(List.of(Set.of("Angela Merkel", "Barack Obama")), found);
    }
    assertThrows(IllegalStateException.class, () -> tagger.tag("Paris"));
  }
}
