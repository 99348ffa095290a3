package org.namespan.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which package of the trainer may use which, and what of the SDK. */
class ArchitectureTest {

  private static final JavaClasses TRAINER =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void usesNothingThatTheSdkKeepsToItself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.namespan.internal..")
        .check(TRAINER);
  }

  /** From a corpus to the command; what is left out here, any package may use. */
  @Test
  void packagesDependDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("corpus")
        .definedBy("..trainer.corpus..")
        .layer("vectors")
        .definedBy("..trainer.vectors..")
        .layer("text")
        .definedBy("..trainer.text..")
        .layer("network")
        .definedBy("..trainer.network..")
        .layer("evaluation")
        .definedBy("..trainer.evaluation..")
        .layer("distillation")
        .definedBy("..trainer.distillation..")
        .layer("training")
        .definedBy("..trainer.training..")
        .layer("export")
        .definedBy("..trainer.export..")
        .layer("cli")
        .definedBy("..trainer.cli..")
        .whereLayer("corpus")
        .mayNotAccessAnyLayer()
        .whereLayer("vectors")
        .mayNotAccessAnyLayer()
        .whereLayer("network")
        .mayOnlyAccessLayers("corpus")
        .whereLayer("text")
        .mayOnlyAccessLayers("corpus")
        .whereLayer("evaluation")
        .mayOnlyAccessLayers("corpus")
        .whereLayer("distillation")
        .mayOnlyAccessLayers("corpus")
        .whereLayer("training")
        .mayOnlyAccessLayers("corpus", "vectors", "text", "network", "evaluation")
        .whereLayer("export")
        .mayOnlyAccessLayers("corpus", "network", "evaluation", "training")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(TRAINER);
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
