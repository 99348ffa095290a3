package org.namespan.trainer.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.namespan.trainer.ControlCharacters;

/** Prints a report and its parts below each other, or as one JSON object. */
final class ReportPrinter {

  private record Part(String member, Supplier<String> text, Supplier<JsonObject> json) {}

  private final Supplier<String> text;
  private final Supplier<JsonObject> json;
  private final List<Part> parts = new ArrayList<>();

  /** A report without parts yet. */
  ReportPrinter(Supplier<String> text, Supplier<JsonObject> json) {
    this.text = text;
    this.json = json;
  }

  /** Adds a part, which is a member of the object in JSON. */
  void add(String member, Supplier<String> text, Supplier<JsonObject> json) {
    parts.add(new Part(member, text, json));
  }

  void print(boolean asJson, PrintWriter out) throws IOException {
    if (asJson) {
      JsonObject object = json.get();
      parts.forEach(part -> object.add(part.member(), part.json().get()));
      out.println(ControlCharacters.escape("" + object));
    } else {
      out.print(text.get());
      parts.forEach(part -> out.print("\n" + part.text().get()));
    }
    StandardOutput.send(out);
  }
}
