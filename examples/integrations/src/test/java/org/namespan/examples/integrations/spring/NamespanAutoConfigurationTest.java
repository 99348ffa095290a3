package org.namespan.examples.integrations.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.redaction.Redactor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NamespanAutoConfigurationTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(NamespanAutoConfiguration.class));

  @Test
  void springBootFindsIt() {
    assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
        .contains(NamespanAutoConfiguration.class.getName());
  }

  @Test
  void anApplicationHasATaggerARedactorAndAHealthCheck() {
    AtomicReference<EntityTagger> used = new AtomicReference<>();
    runner.run(
        context -> {
          EntityTagger tagger = context.getBean(EntityTagger.class);
          used.set(tagger);
          assertThat(tagger.tag("Barack Obama flew to Thailand."))
              .extracting(Entity::text)
              .containsExactly("Barack Obama", "Thailand");
          assertThat(context.getBean(Redactor.class).redact("Barack Obama left.").text())
              .isEqualTo("[PERSON_1] left.");
          HealthIndicator health = context.getBean(HealthIndicator.class);
          assertThat(health.health().getStatus()).isEqualTo(Status.UP);
          tagger.close();
          assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        });
    assertThat(used.get()).isNotNull();
  }

  @Test
  void propertiesChooseTypesAndScore() {
    runner
        .withPropertyValues(
            "namespan.types=geo,org", "namespan.min-score=0.2", "namespan.threads=2")
        .run(
            context ->
                assertThat(
                        context.getBean(EntityTagger.class).tag("Barack Obama flew to Thailand."))
                    .extracting(Entity::type)
                    .containsExactly("geo"));
  }

  @Test
  void aModelThatIsNotThereIsTold() {
    runner
        .withPropertyValues("namespan.model=/no/such/model.onnx")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("/no/such/model.onnx"));
  }

  @Test
  void withoutActuatorOrWhereItIsSwitchedOffThereIsNoHealthCheck() {
    runner
        .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
        .run(context -> assertThat(context).hasSingleBean(EntityTagger.class));
    runner
        .withPropertyValues("management.health.namespan.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void ofTwoTaggersThereIsNoRedactorAndOneHealthCheck() {
    runner
        .withBean("first", EntityTagger.class, NamespanAutoConfigurationTest::english)
        .withBean("second", EntityTagger.class, NamespanAutoConfigurationTest::english)
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(Redactor.class)
                    .hasSingleBean(HealthIndicator.class));
  }

  private static EntityTagger english() {
    try {
      return EntityTagger.english();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
