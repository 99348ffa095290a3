package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of Presidio, against what its documentation publishes. */
class PresidioTest {

  private static final Path PUBLISHED = Path.of("src/test/resources/presidio");

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new TestServer(ServerOptions.defaults());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redact-and-replace", "replace-by-default", "mask-from-end"})
  void anonymizesAsPublished(String name) throws Exception {
    String request = Files.readString(PUBLISHED.resolve(name + "-request.json"));
    String response = Files.readString(PUBLISHED.resolve(name + "-response.json"));
    assertEquals(JsonParser.parseString(response), server.json("/anonymize", request));
  }

  /** The fields and kinds of RecognizerResultWithAnalysis, and the place of the published one. */
  @Test
  void analyzesInThePublishedShape() throws Exception {
    String asked = "{\"text\":\"John Smith drivers license is AC432223\",\"language\":\"en\"%s}";
    JsonArray lean = server.json("/analyze", asked.formatted("")).getAsJsonArray();
    JsonObject person = lean.get(0).getAsJsonObject();
    assertEquals(
        Set.of("entity_type", "start", "end", "score", "analysis_explanation"), person.keySet());
    assertEquals("PERSON", person.get("entity_type").getAsString());
    assertEquals(0, person.get("start").getAsInt());
    assertEquals(10, person.get("end").getAsInt());
    assertTrue(person.get("analysis_explanation").isJsonNull());

    String enhanced = ",\"return_decision_process\":true,\"correlation_id\":\"1\",\"trace\":false";
    JsonObject explained =
        server
            .json("/analyze", asked.formatted(enhanced))
            .getAsJsonArray()
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("analysis_explanation");
    assertEquals(
        Set.of(
            "recognizer",
            "pattern_name",
            "pattern",
            "original_score",
            "score",
            "textual_explanation",
            "score_context_improvement",
            "supportive_context_word",
            "validation_result"),
        explained.keySet());
    assertEquals("model", explained.get("recognizer").getAsString());
  }

  private static List<String> analyze(String fields) throws Exception {
    String body = "{\"text\":\"\uD83D\uDE00 Zoé Lee left Oslo on Monday.\"" + fields + "}";
    List<String> found = new ArrayList<>();
    for (JsonElement each : server.json("/analyze", body).getAsJsonArray()) {
      JsonObject entity = each.getAsJsonObject();
      found.add(
          entity.get("entity_type").getAsString()
              + entity.get("start").getAsInt()
              + "-"
              + entity.get("end").getAsInt());
    }
    return found;
  }

  @Test
  void offsetsAreThoseOfPythonUnlessOthersAreAskedFor() throws Exception {
    assertEquals(List.of("PERSON2-9", "LOCATION15-19", "DATE_TIME23-29"), analyze(""));
    assertEquals(
        List.of("PERSON3-10", "LOCATION16-20", "DATE_TIME24-30"),
        analyze(",\"offsets\":\"utf16\""));
    assertEquals(
        List.of("PERSON5-13", "LOCATION19-23", "DATE_TIME27-33"), analyze(",\"offsets\":\"utf8\""));
  }

  @Test
  void entitiesThresholdsAndNamesAreTheClients() throws Exception {
    assertEquals(List.of("LOCATION15-19"), analyze(",\"entities\":[\"LOCATION\",\"US_SSN\"]"));
    assertEquals(List.of("LOCATION15-19"), analyze(",\"entities\":[\"geo\"]"));
    assertEquals(
        List.of("per2-9", "geo15-19", "tim23-29"), analyze(",\"types\":\"model\",\"entities\":[]"));
    assertEquals(List.of(), analyze(",\"score_threshold\":1"));
    assertEquals(3, analyze(",\"score_threshold\":null,\"language\":\"en\"").size());
  }

  /** What Presidio's own client may send with its defaults changes nothing. */
  @Test
  void fieldsWithoutEffectArePassedOver() throws Exception {
    List<String> all = analyze("");
    assertEquals(
        all,
        analyze(
            ",\"ad_hoc_recognizers\":[],\"context\":[],\"allow_list\":[],\"regex_flags\":26,"
                + "\"allow_list_match\":\"regex\",\"correlation_id\":\"7\",\"trace\":true"));
    assertEquals(
        all,
        analyze(
            ",\"ad_hoc_recognizers\":null,\"context\":null,\"allow_list\":null,"
                + "\"regex_flags\":null,\"allow_list_match\":null,\"correlation_id\":null"));
  }

  /** Whole entities, in the case in which they stand, as in Presidio. */
  @Test
  void wordsThatAreAllowedAreNoEntities() throws Exception {
    assertEquals(
        List.of("PERSON2-9", "DATE_TIME23-29"), analyze(",\"allow_list\":[\"Oslo\",\"Oslo\"]"));
    assertEquals(3, analyze(",\"allow_list\":[\"oslo\",\"Zoé\",\"\"]").size());
    assertEquals(
        List.of(),
        analyze(
            ",\"allow_list\":[\"Oslo\",\"Zoé Lee\",\"Monday\"],\"allow_list_match\":\"exact\""));
  }

  @Test
  void textsAreAnsweredEachWithItsOwnOffsets() throws Exception {
    List<String> texts = List.of("\uD83D\uDE00 Zoé Lee left Oslo.", "", "Zoé Lee left Oslo.");
    JsonObject request = new JsonObject();
    JsonArray array = new JsonArray();
    JsonArray expected = new JsonArray();
    for (String text : texts) {
      array.add(text);
      JsonObject single = new JsonObject();
      single.addProperty("text", text);
      expected.add(server.json("/analyze", single.toString()));
    }
    request.add("text", array);
    assertEquals(expected, server.json("/analyze", request.toString()));
    assertEquals(
        2, expected.get(0).getAsJsonArray().get(0).getAsJsonObject().get("start").getAsInt());
    assertEquals(0, expected.get(1).getAsJsonArray().size());
    JsonElement one = server.json("/analyze", "{\"text\":[\"Zoé Lee left Oslo.\"]}");
    assertEquals(expected.get(2), one.getAsJsonArray().get(0));
    assertEquals(1, one.getAsJsonArray().size());
  }

  @Test
  void whatIsAnalyzedCanBeAnonymizedInEachUnit() throws Exception {
    for (String unit : List.of("utf16", "codepoints", "utf8")) {
      JsonObject text = new JsonObject();
      text.addProperty("text", "\uD83D\uDE00 Zoé Lee left Oslo\u00a0\uD83D\uDE00.");
      text.addProperty("offsets", unit);
      text.add("analyzer_results", server.json("/analyze", text.toString()));
      JsonObject anonymized = server.json("/anonymize", text.toString()).getAsJsonObject();
      assertEquals(
          "\uD83D\uDE00 <PERSON> left <LOCATION>\u00a0\uD83D\uDE00.",
          anonymized.get("text").getAsString());
    }
  }

  /** By hand, from what Presidio's operators are documented to do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'replace'}|<T>",
        "{'type':'replace','new_value':''}|''",
        "{'type':'redact'}|''",
        "{'type':'keep'}|Zoé\uD83D\uDE00",
        "{'type':'mask','masking_char':'#','chars_to_mask':1}|#oé\uD83D\uDE00",
        "{'type':'mask','masking_char':'#','chars_to_mask':2,'from_end':true}|Zo##",
        "{'type':'mask','masking_char':'\uD83D\uDE00','chars_to_mask':99}"
            + "|\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
        "{'type':'mask','masking_char':'#','chars_to_mask':-1}|Zoé\uD83D\uDE00"
      })
  void operators(String operator, String expected) throws Exception {
    assertEquals(expected, replaced("Zoé\uD83D\uDE00", operator.replace('\'', '"')));
  }

  /** The digests of "abc" in RFC 1321 and FIPS 180-4. */
  @ParameterizedTest
  @CsvSource({
    "'', ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "',\"hash_type\":\"md5\"', 900150983cd24fb0d6963f7d28e17f72",
    "',\"hash_type\":\"sha512\"', ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
  })
  void hashes(String type, String expected) throws Exception {
    assertEquals(expected, replaced("abc", "{\"type\":\"hash\"" + type + "}"));
  }

  private static String replaced(String words, String operator) throws Exception {
    int end = words.codePointCount(0, words.length());
    String body =
        "{\"text\":\"%s\",\"anonymizers\":{\"DEFAULT\":%s},\"analyzer_results\":"
            + "[{\"start\":0,\"end\":%d,\"entity_type\":\"T\",\"score\":1}]}";
    JsonObject found =
        server.json("/anonymize", body.formatted(words, operator, end)).getAsJsonObject();
    assertEquals(
        found.get("text"), found.getAsJsonArray("items").get(0).getAsJsonObject().get("text"));
    return found.get("text").getAsString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422|Invalid input, text can not be empty|{'text':'','analyzer_results':[]}",
        "422|the operator encrypt|{'text':'x','anonymizers':{'A':{'type':'encrypt','key':'k'}}}",
        "422|unknown operator|{'text':'x','anonymizers':{'A':{'type':'xyzzy'}}}",
        "400|no 'anonymizers.<member 1>.type'|{'text':'x','anonymizers':{'xyzzy':{}}}",
        "422|'masking_char'|{'text':'x','anonymizers':{'A':{'type':'mask','masking_char':'xyzzy',"
            + "'chars_to_mask':1}}}",
        "422|'hash_type'|{'text':'x','anonymizers':{'A':{'type':'hash','hash_type':'xyzzy'}}}",
        "422|found 'anonymizers.<member 1>.salt', expected a hash without one|{'text':'x',"
            + "'anonymizers':{'A':{'type':'hash','salt':'xyzzy'}}}",
        "400|no 'analyzer_results[0].start'|{'text':'x','analyzer_results':[{}]}",
        "422|found 0 to 2|{'text':'x','analyzer_results':[{'start':0,'end':2,'entity_type':'A'}]}",
        "422|found 1 to 1|{'text':'x','analyzer_results':[{'start':1,'end':1,'entity_type':'A'}]}",
        "422|found -1 to 1|{'text':'x','analyzer_results':[{'start':-1,'end':1,"
            + "'entity_type':'A'}]}",
        "422|found 0 to 1|{'text':'\uD83D\uDE00','offsets':'utf16','analyzer_results':[{'start':0,"
            + "'end':1,'entity_type':'A'}]}",
        "400|a number for 'analyzer_results[0].start'|{'text':'x','analyzer_results':"
            + "[{'start':1e99,'end':1,'entity_type':'A'}]}",
        "400|for 'offsets', expected utf16, codepoints or utf8|{'text':'x','offsets':'xyzzy'}"
      })
  void whatCannotBeAnonymizedIsRefused(int status, String reason, String body) throws Exception {
    HttpResponse<String> response =
        server.post("/anonymize", TestServer.JSON, body.replace('\'', '"'));
    assertEquals(status, response.statusCode(), response.body());
    String error =
        JsonParser.parseString(response.body()).getAsJsonObject().get("error").getAsString();
    assertTrue(error.contains(reason), error);
    assertTrue(!error.contains("xyzzy"), error);
  }

  /** A million characters for each of 2,000 findings; and findings that overlap without end. */
  @Test
  void answersThatWouldBeTooLargeAreRefused() throws Exception {
    StringBuilder findings = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      findings.append(",{'start':%d,'end':%d,'entity_type':'A'}".formatted(2 * i, 2 * i + 1));
    }
    String body =
        "{'text':'%s','analyzer_results':[%s],'anonymizers':{'A':{'type':'replace','new_value':'%s'}}}"
            .formatted("xyzzy".repeat(1000), findings.substring(1), "y".repeat(1_000_000));
    requireTooLarge(body);
    StringBuilder overlapping = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      overlapping.append(",{'start':%d,'end':%d,'entity_type':'%d'}".formatted(i, i + 500_000, i));
    }
    requireTooLarge(
        "{'text':'%s','analyzer_results':[%s],'anonymizers':{'DEFAULT':{'type':'redact'}}}"
            .formatted("xyzzy".repeat(110_000), overlapping.substring(1)));
  }

  private static void requireTooLarge(String body) throws Exception {
    HttpResponse<String> response =
        server.post("/anonymize", TestServer.JSON, body.replace('\'', '"'));
    assertEquals(413, response.statusCode(), response.body());
    assertTrue(response.body().contains("characters together"), response.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expected 'en'|{'text':'x','language':'xyzzy'}",
        "for 'text', expected a string|{'text':{}}",
        "for 'text', expected a string|{'text':7}",
        "for 'text[1]', expected a string|{'text':['x',null]}",
        "for 'text[1]', expected a string|{'text':['x',['x']]}",
        "an empty array for 'text'|{'text':[]}",
        "for 'allow_list', expected an array|{'text':'x','allow_list':'xyzzy'}",
        "for 'allow_list[2]', expected a string|{'text':'x','allow_list':['a','a',1]}",
        "for 'allow_list_match', expected exact|{'text':'x','allow_list':['(a+)+$'],"
            + "'allow_list_match':'regex'}",
        "for 'allow_list_match', expected exact|{'text':'x','allow_list_match':'xyzzy'}",
        "for 'allow_list_match', expected a string|{'text':'x','allow_list_match':1}",
        "for 'regex_flags', expected an integer|{'text':'x','regex_flags':'xyzzy'}",
        "found 'context', expected none|{'text':'x','context':['xyzzy']}",
        "for 'context', expected an array|{'text':'x','context':'xyzzy'}",
        "for 'correlation_id', expected a string|{'text':'x','correlation_id':{}}",
        "for 'return_decision_process', expected true|{'text':'x','return_decision_process':1}",
        "for 'ad_hoc_recognizers', expected an array|{'text':'x','ad_hoc_recognizers':{}}",
        "expected some of [DATE_TIME, EVENT,|{'text':'x','entities':['xyzzy']}",
        "runs no patterns|{'text':'x','ad_hoc_recognizers':[{'name':'xyzzy'}]}",
        "for 'score_threshold'|{'text':'x','score_threshold':'xyzzy'}",
        "for 'entities[1]', expected a string|{'text':'x','entities':['PERSON',1]}",
        "expected presidio or model|{'text':'x','types':'xyzzy'}",
        "found no 'text'|{'language':'en'}"
      })
  void whatCannotBeAnalyzedIsRefused(String reason, String body) throws Exception {
    HttpResponse<String> response =
        server.post("/analyze", TestServer.JSON, body.replace('\'', '"'));
    assertEquals(400, response.statusCode(), response.body());
    assertTrue(response.body().contains(reason), response.body());
    assertTrue(!response.body().contains("xyzzy"), response.body());
  }

  @Test
  void listsAreAsPublished() throws Exception {
    assertEquals(
        "[\"DATE_TIME\",\"EVENT\",\"LOCATION\",\"NRP\",\"ORGANIZATION\",\"PERSON\",\"PHENOMENON\","
            + "\"WORK\"]",
        server.get("/supportedentities?language=en").body());
    assertEquals("[\"NameSpanRecognizer\"]", server.get("/recognizers?language=en").body());
    assertEquals(
        "[\"hash\",\"keep\",\"mask\",\"redact\",\"replace\"]", server.get("/anonymizers").body());
  }
}
