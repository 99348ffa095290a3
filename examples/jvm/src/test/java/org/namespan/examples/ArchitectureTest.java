package org.namespan.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the examples use, applications may use. */
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
