package org.namespan.examples.reliability.mutants;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutationTest {

  private static final int DIGEST_ENTRY = 85;

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void leavesTheModelAndGivesTheSameForTheSameSeed(Mutation mutation) throws IOException {
    byte[] model = Fixtures.model("format-3.onnx");
    byte[] before = model.clone();
    byte[] other = Fixtures.model("format-5.onnx");
    int changed = 0;
    for (int seed = 0; seed < 50; seed++) {
      byte[] mutant = mutation.apply(model, other, Mutant.random(seed));
      assertArrayEquals(mutant, mutation.apply(model, other, Mutant.random(seed)));
      changed += Arrays.equals(mutant, model) ? 0 : 1;
    }
    assertArrayEquals(before, model);
    assertTrue(changed > 40, changed + " of 50 are changed");
  }

  /** By protobuf's own reader: whatever field is changed, all lengths around it are right. */
  @ParameterizedTest
  @EnumSource(names = {"FIELD", "METADATA", "HEADER", "LINES", "BASE64", "SWAPPED", "FOREIGN"})
  void fieldsKeepLengthsRight(Mutation mutation) throws IOException {
    byte[] model = Fixtures.model("format-6.onnx");
    byte[] other = Fixtures.model("format-5-several.onnx");
    for (int seed = 0; seed < 100; seed++) {
      requireFields(mutation.apply(model, other, Mutant.random(seed)));
    }
  }

  private static void requireFields(byte[] message) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(message);
    int tag = in.readTag();
    while (tag != 0) {
      assertTrue(in.skipField(tag));
      tag = in.readTag();
    }
    assertTrue(in.isAtEnd());
  }

  /** By protobuf's own reader, which takes no notice of what a length has beyond 32 bits. */
  @Test
  void lengthsLie() throws IOException {
    byte[] model = Fixtures.model("format-3.onnx");
    ModelProto whole = ModelProto.parseFrom(model);
    int unread = 0;
    int same = 0;
    for (int seed = 0; seed < 100; seed++) {
      byte[] mutant = Mutation.LENGTH.apply(model, model, Mutant.random(seed));
      try {
        ModelProto read = ModelProto.parseFrom(mutant);
        same += read.equals(whole) ? 1 : 0;
      } catch (InvalidProtocolBufferException e) {
        unread++;
      }
    }
    assertTrue(unread > 50, unread + " of 100 are no messages");
    assertTrue(same < 10, same + " of 100 read as what they were");
  }

  @Test
  void whatIsTakenFromAnotherModelStandsInIt() throws IOException {
    byte[] model = Fixtures.model("format-3.onnx");
    byte[] other = Fixtures.model("format-5.onnx");
    Set<StringStringEntryProto> known = new HashSet<>();
    known.addAll(ModelProto.parseFrom(model).getMetadataPropsList());
    List<StringStringEntryProto> others = ModelProto.parseFrom(other).getMetadataPropsList();
    int foreign = 0;
    for (int seed = 0; seed < 200; seed++) {
      byte[] mutant = Mutation.FOREIGN.apply(model, other, Mutant.random(seed));
      for (StringStringEntryProto entry : ModelProto.parseFrom(mutant).getMetadataPropsList()) {
        foreign += !known.contains(entry) && others.contains(entry) ? 1 : 0;
      }
    }
    assertTrue(foreign > 3, foreign + " entries of the other model");
  }

  /** Of a file that had a digest, about half have one that is right, of the bytes before it. */
  @ParameterizedTest
  @EnumSource(Mutation.class)
  void halfOfThoseByStructureAreForged(Mutation mutation)
      throws IOException, GeneralSecurityException {
    byte[] model = Fixtures.model("format-6.onnx");
    byte[] other = Fixtures.model("format-5.onnx");
    int right = 0;
    for (int seed = 0; seed < 100; seed++) {
      byte[] mutant = mutation.apply(model, other, Mutant.random(seed));
      boolean forged = !Arrays.equals(mutant, model) && endsWithItsDigest(mutant);
      right += forged ? 1 : 0;
      if (forged) {
        assertEquals(Digest.RIGHT, Digest.of(mutant));
      }
    }
    if (mutation.isByStructure()) {
      assertTrue(right > 30 && right < 70, right + " of 100");
    } else {
      assertEquals(0, right);
    }
  }

  private static boolean endsWithItsDigest(byte[] file) throws GeneralSecurityException {
    int end = file.length - DIGEST_ENTRY;
    if (end < 0) {
      return false;
    }
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    String digits = HexFormat.of().formatHex(sha256.digest(Arrays.copyOf(file, end)));
    String entry = "rS\n\017namespan.sha256\022@" + digits;
    return Arrays.equals(entry.getBytes(US_ASCII), Arrays.copyOfRange(file, end, file.length));
  }

  @Test
  void digestsAreToldRightWrongAndMissing() throws IOException {
    byte[] old = Fixtures.model("format-4.onnx");
    byte[] model = Fixtures.model("format-6.onnx");
    byte[] flipped = model.clone();
    flipped[model.length / 2] ^= 1;
    byte[] without = Arrays.copyOf(model, model.length - DIGEST_ENTRY);
    List<StringStringEntryProto> entries = new ArrayList<>();
    entries.addAll(ModelProto.parseFrom(model).getMetadataPropsList());
    entries.add(0, entries.remove(entries.size() - 1));
    byte[] elsewhere =
        ModelProto.parseFrom(model).toBuilder()
            .clearMetadataProps()
            .addAllMetadataProps(entries)
            .build()
            .toByteArray();
    assertEquals(Digest.NONE, Digest.of(old));
    assertEquals(Digest.RIGHT, Digest.of(model));
    assertEquals(Digest.WRONG, Digest.of(flipped));
    assertEquals(Digest.MISSING, Digest.of(without));
    assertEquals(Digest.MISSING, Digest.of(elsewhere));
  }

  @Test
  void modelsAreTakenApartAndPutTogetherAsTheyWere() throws IOException {
    for (byte[] model : Fixtures.all()) {
      assertArrayEquals(model, MessageTree.of(model).toBytes());
      assertEquals(
          ModelProto.parseFrom(model).getMetadataPropsCount(),
          MessageTree.of(model).entries().size());
    }
  }

  @Test
  void everyKindMeetsEveryModelByEveryRoute() {
    Set<List<Object>> met = new HashSet<>();
    int all = 3 * Mutation.values().length * Route.values().length;
    for (int number = 0; number < all; number++) {
      Mutant mutant = Mutant.of(number, 3);
      met.add(List.of(mutant.model(), mutant.mutation(), mutant.route()));
    }
    assertEquals(all, met.size());
  }
}
