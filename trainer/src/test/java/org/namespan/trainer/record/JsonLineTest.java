package org.namespan.trainer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Entity;

class JsonLineTest {

  private static final RecordFile FILE = new RecordFile(Path.of("a.jsonl"), null);
  private static final Entity ANN = new Entity("per", "A\"nn", 0, 4, 0.98765, Entity.MODEL);
  private static final String ENTITIES =
      "[{\"type\":\"per\",\"text\":\"A\\\"nn\",\"start\":0,\"end\":4,\"score\":0.9877}]";

  private static RawRecord raw(String line) {
    return new RawRecord(FILE, 7, line.getBytes(StandardCharsets.UTF_8), null);
  }

  private static TextRecord parse(String line, String field) throws BadRecordException {
    return new JsonLineFormat(FieldPath.of(field), "entities").parse(raw(line));
  }

  private static String tagged(String line, String field) throws BadRecordException {
    StringBuilder out = new StringBuilder();
    parse(line, field).writeWith(List.of(ANN), out);
    return out.toString();
  }

  private static String replaced(String line, String field, String text) throws BadRecordException {
    StringBuilder out = new StringBuilder();
    parse(line, field).writeAs(text, out);
    return out.toString();
  }

  private static String reason(String line, String field) {
    return assertThrows(BadRecordException.class, () -> parse(line, field)).reason();
  }

  @Test
  void allElseOfALineStays() throws BadRecordException {
    String before = " {\"z\":12345678901234567890.10, \"b\\u006fdy\" : \"\\u0041nn\\/\",";
    String after = "\"a\":[1e400,\"\\ud800\",{\"z\":1,\"z\":2}] }\t";
    assertEquals("Ann/", parse(before + after, "body").text());
    assertEquals(
        before + after.replace("}\t", ",\"entities\":" + ENTITIES + "}\t"),
        tagged(before + after, "body"));
    assertEquals(before + after, replaced(before + after, "body", "Ann/"));
    assertEquals(
        before.replace("\"\\u0041nn\\/\"", "\"B\\\"\\n\\ud83d \"") + after,
        replaced(before + after, "body", "B\"\n\ud83d "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.b; {'a':{'b':'x'}}",
        "a.b; {'a':{'a':{'b':1},'c':[{'b':'y'}],'b':'x'},'b':'y'}",
        "/a/b; {'b':{'a':'y','b':'y'},'a':{'b':'x'}}",
        "/a.b; {'a':{'b':'y'},'a.b':'x'}",
        "/a~1b/~0; {'a/b':{'~':'x'}}",
        "a.1.b; {'a':[{'b':'y'},{'b':'x'},{'b':'y'}]}",
        "/a/1; {'a':[['y','y'],'x','y'],'b':[1,2]}",
        "a.0; {'a':{'0':'x'}}",
        "/; {'':'x','a':'y'}",
      })
  void paths(String path, String line) throws BadRecordException {
    String json = line.replace('\'', '"');
    assertEquals("x", parse(json, path).text());
    assertEquals(json.replace("\"x\"", "\"z\""), replaced(json, path, "z"));
  }

  @Test
  void pathsThatAreNone() {
    for (String path : List.of("", "a.", ".a", "a..b", "/a~b", "/a~")) {
      assertThrows(IllegalArgumentException.class, () -> FieldPath.of(path), path);
    }
  }

  @Test
  void nullHasNoText() throws BadRecordException {
    assertEquals("", parse("{\"a\":null}", "a").text());
    assertEquals("{\"a\":null}", replaced("{\"a\":null}", "a", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; found no 'a', expected a string there",
        "{'b':'x'}; found no 'a', expected a string there",
        "{'b':{'a':'x'}}; found no 'a', expected a string there",
        "{'a':1}; found a number for 'a', expected a string or null",
        "{'a':true}; found a truth value for 'a', expected a string or null",
        "{'a':{'a':'x'}}; found an object for 'a', expected a string or null",
        "{'a':[]}; found an array for 'a', expected a string or null",
        "{'a':'x','a':'y'}; found 'a' twice, expected it once",
        "{'a':null,'\\u0061':'y'}; found 'a' twice, expected it once",
        "['a']; found no JSON object, expected one",
        "words; found no JSON object, expected one",
        "{'a':'x'; found JSON that ends too early, expected a JSON object",
        "{'a':'x'} {}; found something that is no JSON at character 11, expected a JSON object",
      })
  void badLines(String line, String reason) {
    assertEquals(reason, reason(line.replace('\'', '"'), "a"));
  }

  @Test
  void aMemberForEntitiesMustBeFree() throws BadRecordException {
    String line = "{\"a\":\"x\",\"entities\":[]}";
    assertEquals(
        "found a member 'entities' already, expected none; name another for the entities",
        reason(line, "a"));
    assertEquals("x", parse("{\"a\":\"x\",\"b\":{\"entities\":[]}}", "a").text());
    TextRecord other = new JsonLineFormat(FieldPath.of("a"), "found").parse(raw(line));
    assertEquals("x", other.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"x\",}",
        "{\"a\":\"x\",\"b\":01}",
        "{\"a\":\"x\",\"b\":1.}",
        "{\"a\":\"x\",\"b\":+1}",
        "{\"a\":\"x\",\"b\":NaN}",
        "{\"a\":\"x\",\"b\":[1,]}",
        "{\"a\":\"x\",\"b\":[,1]}",
        "{\"a\":\"x\",\"b\":tru}",
        "{\"a\":\"x\",\"b\":'y'}",
        "{\"a\":\"x\",\"b\":\"\\x\"}",
        "{\"a\":\"x\",\"b\":\"\\u12\"}",
        "{\"a\":\"x\",\"b\":\"\\u00\uFF11\uFF11\"}",
        "{\"a\":\"x\",\"b\":\"\u0001\"}",
        "{\"a\":\"x\",\"b\":\"\t\"}",
        "{\"a\":\"x\" \"b\":1}",
        "{\"a\":\"x\",b:1}",
        "{\"a\" \"x\"}",
        "{\"a\":\"x\"]",
        "{\"a\":\"x\"}}",
        "{\"a\":\"x\"}\u0000",
        "{\"a\":\"x\"}\u00A0",
        "{\"a\":\"x\",\"b\":[}",
      })
  void whatIsNoJson(String line) {
    assertTrue(reason(line, "a").contains("JSON"), line);
  }

  @Test
  void nestsAsDeepAsALineIsLong() throws BadRecordException {
    String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);
    assertEquals("x", parse("{\"b\":" + deep + ",\"a\":\"x\"}", "a").text());
    assertTrue(reason("{\"b\":" + "[".repeat(1_000_000), "a").contains("too early"));
  }

  /**
   * What Gson reads of the line that was written is what it reads of the line, and the entities.
   */
  @Property(tries = 500)
  void theSameValuesAndOneMore(@ForAll("objects") JsonObject object, @ForAll String text)
      throws BadRecordException {
    object.addProperty("text", text);
    String json = object.toString();
    assertEquals(withoutHalves(text), withoutHalves(parse(json, "text").text()));
    JsonObject more = object.deepCopy();
    more.add("entities", JsonParser.parseString(ENTITIES));
    assertEquals(more, JsonParser.parseString(tagged(json, "text")));
    object.addProperty("text", "other");
    assertEquals(object, JsonParser.parseString(replaced(json, "text", "other")));
  }

  /** A line in UTF-8 cannot hold the half of a pair. */
  private static String withoutHalves(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** What Gson reads to the letter of the standard is read, and nothing else. */
  @Property(tries = 2000)
  void agreesWithGsonOnWhatIsJson(
      @ForAll("objects") JsonObject object,
      @ForAll("snippets") String snippet,
      @ForAll("places") int place,
      @ForAll("places") int cut) {
    object.addProperty("t", "x");
    String json = object.toString();
    int at = place % (json.length() + 1);
    String mutated =
        json.substring(0, at) + snippet + json.substring(Math.min(json.length(), at + cut % 3));
    boolean read = true;
    try {
      // No name has a q: all of the line is read before the field is missed.
      parse(mutated, "q");
    } catch (BadRecordException e) {
      read = !e.reason().contains("JSON");
    }
    assertEquals(gsonReads(mutated), read, mutated);
  }

  private static boolean gsonReads(String json) {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    try {
      reader.peek();
      boolean object = reader.peek() == JsonToken.BEGIN_OBJECT;
      skip(reader);
      return object && reader.peek() == JsonToken.END_DOCUMENT;
    } catch (JsonParseException | IOException | IllegalStateException | NumberFormatException e) {
      return false;
    }
  }

  /** Reads all, names that come twice as well. */
  private static void skip(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        reader.beginObject();
        while (reader.hasNext()) {
          reader.nextName();
          skip(reader);
        }
        reader.endObject();
      }
      case BEGIN_ARRAY -> {
        reader.beginArray();
        while (reader.hasNext()) {
          skip(reader);
        }
        reader.endArray();
      }
      case NULL -> reader.nextNull();
      case BOOLEAN -> reader.nextBoolean();
      default -> reader.nextString();
    }
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 10_000);
  }

  @Provide
  Arbitrary<String> snippets() {
    return Arbitraries.of(
        "", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "1", "-", "e", ".", " ", "\t", "null",
        "u", "\\u00e9", "tru", "\u0001", "\u00e9", "/", "'");
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    return object(2);
  }

  private static Arbitrary<JsonObject> object(int depth) {
    Arbitrary<String> names = Arbitraries.strings().withChars("ab\"\\é\n").ofMaxLength(3);
    return Arbitraries.maps(names, value(depth))
        .ofMaxSize(4)
        .map(
            members -> {
              JsonObject object = new JsonObject();
              for (Map.Entry<String, JsonElement> member : members.entrySet()) {
                object.add(member.getKey(), member.getValue());
              }
              return object;
            });
  }

  private static Arbitrary<JsonElement> value(int depth) {
    Arbitrary<JsonElement> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(6).map(JsonPrimitive::new),
            Arbitraries.bigDecimals().map(BigDecimal::stripTrailingZeros).map(JsonPrimitive::new),
            Arbitraries.of(true, false).map(JsonPrimitive::new));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonElement> arrays =
        value(depth - 1)
            .list()
            .ofMaxSize(3)
            .map(
                elements -> {
                  JsonArray array = new JsonArray();
                  elements.forEach(array::add);
                  return array;
                });
    return Arbitraries.oneOf(scalars, arrays, object(depth - 1).map(each -> each));
  }
}
