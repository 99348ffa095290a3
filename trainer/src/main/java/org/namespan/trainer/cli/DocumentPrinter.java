package org.namespan.trainer.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.FilterReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.record.EntityJson;

/**
 * Prints a document and its entities as one JSON object, as it is read: neither is held in memory.
 * The text comes first in the object, so a file is read twice; of a pipe the entities are held
 * until its end.
 */
final class DocumentPrinter {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int PART = 1 << 16;

  private final EntityTagger tagger;
  private final PrintWriter out;
  private boolean first;

  DocumentPrinter(EntityTagger tagger, PrintWriter out) {
    this.tagger = tagger;
    this.out = out;
  }

  void print(TextSource source) throws IOException {
    first = true;
    out.print("{\"text\":\"");
    if (source.isRepeatable()) {
      try (Reader text = new Copying(source.open())) {
        char[] part = new char[PART];
        while (text.read(part) >= 0) {
          StandardOutput.send(out);
        }
      }
      out.print("\",\"entities\":[");
      try (Reader text = source.open()) {
        tagger.tag(text, this::print);
      }
    } else {
      List<Entity> found = new ArrayList<>();
      try (Reader text = new Copying(source.open())) {
        tagger.tag(text, found::add);
      }
      out.print("\",\"entities\":[");
      found.forEach(this::print);
    }
    out.println("]}");
    StandardOutput.send(out);
  }

  private void print(Entity entity) {
    out.print(first ? "" : ",");
    first = false;
    StringBuilder json = new StringBuilder();
    EntityJson.append(entity, json);
    out.print(json);
  }

  /** Prints what is read, as the inside of a JSON string. */
  private final class Copying extends FilterReader {
    Copying(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        String json = GSON.toJson(new String(target, offset, read));
        out.print(ControlCharacters.escape(json.substring(1, json.length() - 1)));
      }
      return read;
    }
  }
}
