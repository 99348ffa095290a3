package org.namespan;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

/** Which package of the SDK may use which. */
class ArchitectureTest {

  private static final JavaClasses SDK =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /** Those that applications call; what they take, give and throw is for all packages. */
  private static final String FACADES =
      "org\\.namespan\\.(classification\\.TextClassifier|EntityTagger|TaggerNameFinder)(\\$.*)?";

  @Test
  void dependsOnOnnxRuntimeAndOpenNlpAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "ai.onnxruntime..",
            "opennlp..",
            "org.jspecify..",
            "org.namespan",
            "org.namespan.classification",
            "org.namespan.html",
            "org.namespan.redaction",
            "org.namespan.model..",
            "org.namespan.internal..")
        .check(SDK);
  }

  @Test
  void nothingBelowCallsAFacade() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.namespan",
            "org.namespan.classification",
            "org.namespan.html",
            "org.namespan.redaction")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(FACADES)
        .check(SDK);
  }

  /** Each package is named here; what those below use of the public one is no façade. */
  @Test
  void packagesDependDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .ensureAllClassesAreContainedInArchitecture()
        .layer("html")
        .definedBy("org.namespan.html")
        .layer("redaction")
        .definedBy("org.namespan.redaction")
        .layer("classification")
        .definedBy("org.namespan.classification")
        .layer("public")
        .definedBy("org.namespan")
        .layer("pipeline")
        .definedBy("org.namespan.internal.pipeline")
        .layer("session")
        .definedBy("org.namespan.model.session")
        .layer("model")
        .definedBy("org.namespan.model")
        .layer("decode")
        .definedBy("org.namespan.model.decode")
        .layer("feature")
        .definedBy("org.namespan.model.feature")
        .layer("text")
        .definedBy("org.namespan.model.text")
        .layer("tag")
        .definedBy("org.namespan.model.tag")
        .whereLayer("html")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("html")
        .mayOnlyAccessLayers("public", "text")
        .whereLayer("redaction")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("redaction")
        .mayOnlyAccessLayers("public", "text")
        .whereLayer("classification")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("classification")
        .mayOnlyAccessLayers("public", "pipeline", "session", "model", "decode", "feature", "text")
        .whereLayer("pipeline")
        .mayOnlyBeAccessedByLayers("classification", "public")
        .whereLayer("session")
        .mayOnlyAccessLayers("public", "model", "decode", "feature", "text", "tag")
        .whereLayer("model")
        .mayOnlyAccessLayers("public", "decode", "feature", "text", "tag")
        .whereLayer("decode")
        .mayOnlyAccessLayers("tag")
        .whereLayer("feature")
        .mayOnlyAccessLayers("text", "tag")
        .whereLayer("text")
        .mayOnlyAccessLayers("public")
        .whereLayer("tag")
        .mayNotAccessAnyLayer()
        .check(SDK);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .assignedFrom(new Packages())
        .should()
        .beFreeOfCycles()
        .ignoreDependency(alwaysTrue(), resideInAPackage("org.namespan"))
        .check(SDK);
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
