package org.namespan.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which package of the trainer may use which, and what of the SDK. */
class ArchitectureTest {

  private static final String ROOT = "org.namespan.trainer";

  private static final JavaClasses TRAINER =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /** Each package, and those of the trainer that it may use; all of these stand before it. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("trainer", List.of());
    MAY_USE.put("io", List.of("trainer"));
    MAY_USE.put("corpus", List.of("trainer", "io"));
    MAY_USE.put("record", List.of("io"));
    MAY_USE.put("bulk", List.of("io", "record"));
    MAY_USE.put("vectors", List.of("trainer", "io"));
    MAY_USE.put("text", List.of("corpus"));
    MAY_USE.put("document", List.of("trainer", "io", "corpus", "text"));
    MAY_USE.put("onnx", List.of());
    MAY_USE.put("batch", List.of());
    MAY_USE.put("wordpiece", List.of("batch"));
    MAY_USE.put("network.part", List.of("onnx", "batch"));
    MAY_USE.put("network.input", List.of("onnx", "batch", "network.part"));
    MAY_USE.put("network.encoder", List.of("onnx", "batch", "network.part"));
    MAY_USE.put("network.pooling", List.of("onnx", "batch", "network.part"));
    MAY_USE.put(
        "network.head", List.of("corpus", "onnx", "batch", "network.part", "network.encoder"));
    MAY_USE.put(
        "network",
        List.of(
            "onnx",
            "batch",
            "network.part",
            "network.input",
            "network.encoder",
            "network.pooling",
            "network.head"));
    MAY_USE.put(
        "network.transformer",
        List.of("io", "onnx", "wordpiece", "network", "network.part", "network.head"));
    MAY_USE.put(
        "config",
        List.of(
            "batch",
            "wordpiece",
            "network",
            "network.part",
            "network.input",
            "network.encoder",
            "network.pooling",
            "network.head",
            "network.transformer"));
    MAY_USE.put(
        "pretrained",
        List.of(
            "io",
            "corpus",
            "onnx",
            "network",
            "network.part",
            "network.input",
            "network.encoder",
            "network.head",
            "config"));
    MAY_USE.put("evaluation", List.of("trainer", "io", "corpus"));
    List<String> training = new ArrayList<>(MAY_USE.keySet());
    training.removeAll(List.of("onnx", "document", "record", "bulk"));
    MAY_USE.put("training", training);
    MAY_USE.put("distillation", List.of("trainer", "io", "corpus", "training"));
    MAY_USE.put(
        "check",
        List.of(
            "trainer",
            "io",
            "corpus",
            "vectors",
            "text",
            "network",
            "config",
            "training",
            "distillation"));
    MAY_USE.put("activelearning", List.of("corpus", "distillation"));
    MAY_USE.put(
        "learningcurve", List.of("io", "corpus", "config", "text", "evaluation", "training"));
    List<String> export = new ArrayList<>(MAY_USE.keySet());
    export.removeAll(
        List.of(
            "vectors",
            "text",
            "document",
            "record",
            "bulk",
            "distillation",
            "check",
            "activelearning",
            "learningcurve"));
    MAY_USE.put("export", export);
    MAY_USE.put("server", List.of("document"));
    MAY_USE.put("classifier.corpus", List.of("trainer", "io", "corpus"));
    MAY_USE.put(
        "classifier.check", List.of("trainer", "io", "corpus", "check", "classifier.corpus"));
    MAY_USE.put("classifier.evaluation", List.of("io", "evaluation"));
    MAY_USE.put(
        "classifier.training",
        List.of(
            "trainer",
            "io",
            "corpus",
            "vectors",
            "batch",
            "network",
            "network.part",
            "network.input",
            "network.encoder",
            "network.head",
            "config",
            "pretrained",
            "evaluation",
            "training",
            "classifier.corpus",
            "classifier.evaluation"));
    MAY_USE.put(
        "classifier.export",
        List.of(
            "io",
            "onnx",
            "batch",
            "network",
            "network.encoder",
            "network.part",
            "config",
            "training",
            "export",
            "classifier.corpus",
            "classifier.training"));
    MAY_USE.put(
        "report",
        List.of(
            "trainer",
            "io",
            "corpus",
            "config",
            "evaluation",
            "training",
            "classifier.corpus",
            "classifier.evaluation",
            "classifier.training"));
    MAY_USE.put("cli", List.copyOf(MAY_USE.keySet()));
  }

  @Test
  void usesNothingThatTheSdkKeepsToItself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.namespan.internal..")
        .check(TRAINER);
  }

  /** What a package may use is in the table, and each package is. */
  @Test
  void packagesDependDownwards() {
    LayeredArchitecture packages =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture();
    for (String name : MAY_USE.keySet()) {
      packages = packages.layer(name).definedBy(name.equals("trainer") ? ROOT : ROOT + "." + name);
    }
    List<String> above = new ArrayList<>();
    for (Map.Entry<String, List<String>> rule : MAY_USE.entrySet()) {
      assertTrue(above.containsAll(rule.getValue()), rule.getKey());
      above.add(rule.getKey());
      String[] used = rule.getValue().toArray(new String[0]);
      packages =
          used.length == 0
              ? packages.whereLayer(rule.getKey()).mayNotAccessAnyLayer()
              : packages.whereLayer(rule.getKey()).mayOnlyAccessLayers(used);
    }
    packages.check(TRAINER);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(TRAINER);
  }

  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
