package org.namespan.trainer.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.document.OffsetMap;

/** {@code POST /anonymize}: what Presidio's anonymizer answers, with offsets in code points. */
final class AnonymizeEndpoint implements Endpoint {

  private final long longest;

  /**
   * An endpoint.
   *
   * @param longest characters of an answer, those of its items included, and of what they replace
   */
  AnonymizeEndpoint(long longest) {
    this.longest = longest;
  }

  @Override
  public Reply answer(Call call) throws RequestException {
    JsonFields fields = call.json();
    String text = fields.string("text");
    if (text.isEmpty()) {
      // The words of Presidio.
      throw new RequestException(
          RequestException.UNPROCESSABLE, "Invalid input, text can not be empty");
    }
    Offsets offsets = call.offsets(fields, Offsets.CODEPOINTS);
    Map<String, Anonymizer> anonymizers = new HashMap<>();
    for (Map.Entry<String, JsonFields> each : fields.named("anonymizers").entrySet()) {
      anonymizers.put(each.getKey(), Anonymizer.of(each.getValue()));
    }
    Anonymizer otherwise = anonymizers.getOrDefault("DEFAULT", Anonymizer.byDefault());
    List<Finding> findings = Finding.resolve(findings(fields, text, offsets), text);

    StringBuilder result = new StringBuilder(text.length());
    List<JsonObject> items = new ArrayList<>();
    int at = 0;
    int length = 0;
    long left = longest - text.length();
    for (int i = 0; i < findings.size(); i++) {
      Finding each = findings.get(i);
      Anonymizer anonymizer = anonymizers.getOrDefault(each.type(), otherwise);
      // Those that overlap can be many times as long as the text, and so can what replaces them.
      left = subtract(left, each.end() - each.start());
      String before = text.substring(at, each.start());
      String words = text.substring(each.start(), each.end());
      String replaced = anonymizer.replacement().replace(words, each.type());
      left = subtract(left, 2L * replaced.length());
      int start = length + offsets.length(before);
      length = start + offsets.length(replaced);
      result.append(before).append(replaced);
      items.add(item(anonymizer, each, start, length, replaced));
      // Where the next one begins within this, it takes over.
      at = i + 1 < findings.size() ? Math.min(each.end(), findings.get(i + 1).start()) : each.end();
    }
    result.append(text, at, text.length());
    // Presidio lists them from the end of the text.
    Collections.reverse(items);
    JsonArray array = new JsonArray();
    items.forEach(array::add);
    JsonObject json = new JsonObject();
    json.addProperty("text", result.toString());
    json.add("items", array);
    return Reply.of(json);
  }

  private long subtract(long left, long characters) throws RequestException {
    if (characters > left) {
      throw new RequestException(
          RequestException.TOO_LARGE,
          "found a text, findings and what replaces them of more than "
              + longest
              + " characters together, expected fewer or shorter ones");
    }
    return left - characters;
  }

  private static JsonObject item(
      Anonymizer anonymizer, Finding finding, int start, int end, String text) {
    JsonObject item = new JsonObject();
    item.addProperty("operator", anonymizer.operator());
    item.addProperty("entity_type", finding.type());
    item.addProperty("start", start);
    item.addProperty("end", end);
    item.addProperty("text", text);
    return item;
  }

  private static List<Finding> findings(JsonFields fields, String text, Offsets offsets)
      throws RequestException {
    OffsetMap map = offsets.of(text);
    List<Finding> findings = new ArrayList<>();
    for (JsonFields each : fields.objects("analyzer_results")) {
      int start = each.integer("start");
      int end = each.integer("end");
      int from = start < 0 ? -1 : map.toUtf16(start);
      int to = end < 0 ? -1 : map.toUtf16(end);
      if (from < 0 || to < 0 || from >= to) {
        throw new RequestException(
            RequestException.UNPROCESSABLE,
            "found "
                + start
                + " to "
                + end
                + " for '"
                + each.place()
                + "start', expected offsets from 0 to "
                + offsets.length(text)
                + ", start before end, and none within a character; they count "
                + offsets);
      }
      findings.add(new Finding(each.string("entity_type"), from, to, each.number("score", 0)));
    }
    return findings;
  }
}
