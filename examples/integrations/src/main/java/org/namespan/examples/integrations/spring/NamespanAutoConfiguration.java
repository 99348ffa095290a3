package org.namespan.examples.integrations.spring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;
import org.namespan.redaction.Redactor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A starter for Spring Boot 4: an {@link EntityTagger} and a {@link Redactor} as beans, made from
 * properties, closed with the application, and a health check where Actuator's is on the class
 * path.
 *
 * <pre>{@code
 * namespan.model=/srv/models/mine.onnx   # default: the bundled English model
 * namespan.types=per,org
 * namespan.min-score=0.7
 * namespan.threads=2
 * }</pre>
 */
@AutoConfiguration
@ConditionalOnClass(EntityTagger.class)
@EnableConfigurationProperties(NamespanAutoConfiguration.NamespanProperties.class)
public class NamespanAutoConfiguration {

  /**
   * What an application may set.
   *
   * @param model file of the model. Default: the bundled English one.
   * @param types types that are reported. Default: all.
   * @param minScore score above which entities are reported. Default: the model's own.
   * @param threads threads over which many texts are spread. Default: 1.
   */
  @ConfigurationProperties("namespan")
  public record NamespanProperties(
      @Nullable Path model,
      @Nullable Set<String> types,
      @Nullable Double minScore,
      @Nullable Integer threads) {

    TaggerOptions options() {
      TaggerOptions options = TaggerOptions.defaults();
      options = types == null ? options : options.withTypes(types);
      options = minScore == null ? options : options.withMinScore(minScore);
      return threads == null ? options : options.withThreads(threads);
    }
  }

  /** The tagger of the whole application. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  public EntityTagger entityTagger(NamespanProperties properties) throws IOException {
    return properties.model() == null
        ? EntityTagger.english(properties.options())
        : EntityTagger.load(properties.model(), properties.options());
  }

  /** Hides what the tagger finds. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnSingleCandidate(EntityTagger.class)
  public Redactor redactor(EntityTagger tagger) {
    return new Redactor(tagger);
  }

  /** {@code UP} as long as every tagger of the application answers. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  @ConditionalOnEnabledHealthIndicator("namespan")
  static class HealthConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "namespanHealthIndicator")
    HealthIndicator namespanHealthIndicator(ObjectProvider<EntityTagger> taggers) {
      return () -> {
        try {
          taggers.forEach(tagger -> tagger.tag("Angela Merkel"));
          return Health.up().build();
        } catch (RuntimeException e) {
          return Health.down(e).build();
        }
      };
    }
  }
}
