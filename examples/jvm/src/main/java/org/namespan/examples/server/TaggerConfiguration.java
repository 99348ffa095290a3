package org.namespan.examples.server;

import java.io.IOException;
import org.namespan.EntityTagger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of a Spring application, with Spring Boot or without. One tagger is enough: any number
 * of threads may use it.
 */
@Configuration
public class TaggerConfiguration {

  /** The bundled English model; Spring closes it with the application. */
  @Bean
  public EntityTagger entityTagger() throws IOException {
    return EntityTagger.english();
  }

  /** What the application asks. */
  @Bean
  public PeopleFinder peopleFinder(EntityTagger tagger) {
    return new PeopleFinder(tagger);
  }
}
