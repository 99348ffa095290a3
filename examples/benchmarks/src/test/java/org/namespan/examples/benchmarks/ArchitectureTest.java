package org.namespan.examples.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is measured is what anyone may call. */
class ArchitectureTest {

  @Test
  void usesNothingThatTheSdkKeepsToItself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.namespan.internal..")
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}
