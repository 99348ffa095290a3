package org.namespan.personaldata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What this module may use: of the SDK what applications use, and libphonenumber. */
class ArchitectureTest {

  @Test
  void dependsOnTheSdkAndLibphonenumberAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util..",
            "opennlp.tools.util",
            "opennlp.tools.namefind",
            "org.jspecify..",
            "org.namespan",
            "org.namespan.personaldata",
            "com.google.i18n.phonenumbers..")
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}
