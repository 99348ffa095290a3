package org.namespan.examples.spark.model;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.TaggerOptions;

/**
 * Where an executor gets a tagger.
 *
 * <pre>{@code
 * TaggerSource places = TaggerSource.of("en").withTypes(Set.of("geo")).withMinScore(0.7);
 * }</pre>
 *
 * @param model name of a model in a jar, {@code en} say, or a file whose name ends in {@code
 *     .onnx}: one of {@code --files}, or a path that is the same on all machines
 * @param types of entities that are reported; none for all
 * @param minScore the score above which entities are reported; null for the model's own
 * @param optionsFactory name of an {@link OptionsFactory}; null for none
 */
public record TaggerSource(
    String model, Set<String> types, @Nullable Double minScore, @Nullable String optionsFactory)
    implements ModelSource<TaggerModel> {

  /** Copies the types. */
  public TaggerSource {
    types = Set.copyOf(types);
  }

  /** A model with its own options. */
  public static TaggerSource of(String model) {
    return new TaggerSource(model, Set.of(), null, null);
  }

  /** This with other {@link #types}. */
  public TaggerSource withTypes(Set<String> types) {
    return new TaggerSource(model, types, minScore, optionsFactory);
  }

  /** This with another {@link #minScore}. */
  public TaggerSource withMinScore(double minScore) {
    return new TaggerSource(model, types, minScore, optionsFactory);
  }

  /** This with an {@link #optionsFactory}. */
  public TaggerSource withOptionsFactory(String optionsFactory) {
    return new TaggerSource(model, types, minScore, optionsFactory);
  }

  @Override
  public TaggerModel load() throws IOException {
    TaggerOptions options = TaggerOptions.defaults().withTypes(types);
    if (minScore != null) {
      options = options.withMinScore(minScore);
    }
    if (optionsFactory != null) {
      options = newFactory(optionsFactory).change(options);
    }
    return TaggerModel.load(model, options);
  }

  private static OptionsFactory newFactory(String name) {
    ClassLoader ofJob = Thread.currentThread().getContextClassLoader();
    try {
      return Class.forName(name, true, ofJob)
          .asSubclass(OptionsFactory.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          name
              + " cannot be made: expected an OptionsFactory in a jar of the job, with a public"
              + " constructor without parameters",
          e);
    }
  }
}
