package org.namespan.trainer.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param body handed on without a copy
 */
record Reply(int status, String contentType, byte[] body) {

  static final String JSON = "application/json";

  /** A JSON value with status 200. */
  static Reply of(JsonElement json) {
    return new Reply(200, JSON, Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  /** A text with status 200. */
  static Reply of(String contentType, String text) {
    return new Reply(200, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code {"error": message}}. */
  static Reply error(int status, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("error", message);
    return new Reply(status, JSON, Json.write(error).getBytes(StandardCharsets.UTF_8));
  }
}
