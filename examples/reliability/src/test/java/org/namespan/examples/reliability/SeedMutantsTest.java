package org.namespan.examples.reliability;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.driver.FuzzedDataProviderImpl;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs the fuzz targets of all modules on their seeds with some bytes changed: in each build the
 * same, so that it tells what became worse. The program explores.
 */
@Tag("slow")
class SeedMutantsTest {

  private static final List<String> MODULES = List.of("sdk/core", "sdk/personal-data", "trainer");
  private static final int MUTANTS = 200;
  private static final int LONGEST = 2000;

  private static Path classes(String module) {
    return Path.of("..", "..", module, "target", "test-classes").toAbsolutePath().normalize();
  }

  @TestFactory
  Stream<DynamicTest> targets() {
    List<Method> targets = new ArrayList<>();
    for (String module : MODULES) {
      for (Class<?> type :
          ReflectionSupport.findAllClassesInClasspathRoot(
              classes(module).toUri(), any -> true, name -> name.endsWith("Test"))) {
        targets.addAll(
            AnnotationSupport.findAnnotatedMethods(
                type, FuzzTest.class, HierarchyTraversalMode.TOP_DOWN));
      }
    }
    assertTrue(targets.size() > 30, targets.size() + " targets");
    return targets.stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.getDeclaringClass().getSimpleName() + "." + target.getName(),
                    () -> run(target)));
  }

  private static void run(Method target) throws Exception {
    Class<?> type = target.getDeclaringClass();
    List<byte[]> seeds = seeds(type, target);
    assertFalse(seeds.isEmpty(), "a target without seeds");
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    target.setAccessible(true);
    invokeAll(type, BeforeAll.class);
    try {
      Object instance = constructor.newInstance();
      Random random = new Random(23);
      for (int i = 0; i < MUTANTS; i++) {
        byte[] bytes = mutant(seeds.get(i % seeds.size()), random);
        try {
          boolean whole = target.getParameterTypes()[0] == byte[].class;
          target.invoke(instance, whole ? bytes : provider(bytes));
        } catch (InvocationTargetException e) {
          fail("by the input " + Base64.getEncoder().encodeToString(bytes), e.getCause());
        }
      }
    } finally {
      invokeAll(type, AfterAll.class);
    }
  }

  private static FuzzedDataProvider provider(byte[] bytes) {
    return FuzzedDataProviderImpl.withJavaData(bytes);
  }

  private static void invokeAll(Class<?> type, Class<? extends Annotation> annotation)
      throws ReflectiveOperationException {
    for (Method method :
        AnnotationSupport.findAnnotatedMethods(type, annotation, HierarchyTraversalMode.TOP_DOWN)) {
      method.setAccessible(true);
      method.invoke(null);
    }
  }

  private static List<byte[]> seeds(Class<?> type, Method target) throws IOException {
    String folder = type.getName().replace('.', '/') + "Inputs/" + target.getName();
    List<byte[]> seeds = new ArrayList<>();
    for (String module : MODULES) {
      Path seedsOfModule = classes(module).resolve(folder);
      if (Files.isDirectory(seedsOfModule)) {
        try (Stream<Path> files = Files.list(seedsOfModule)) {
          for (Path file : files.sorted().toList()) {
            seeds.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return seeds;
  }

  /** Bytes changed, left out, put in, or a part twice; one of a few at a time. */
  private static byte[] mutant(byte[] seed, Random random) {
    byte[] bytes = Arrays.copyOf(seed, Math.min(seed.length, LONGEST));
    for (int left = 1 + random.nextInt(4); left > 0 && bytes.length > 0; left--) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(8, bytes.length - at));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> {
          byte[] shorter = new byte[bytes.length - length];
          System.arraycopy(bytes, 0, shorter, 0, at);
          System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
          bytes = shorter;
        }
        default -> {
          byte[] longer = new byte[bytes.length + length];
          System.arraycopy(bytes, 0, longer, 0, at + length);
          System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
