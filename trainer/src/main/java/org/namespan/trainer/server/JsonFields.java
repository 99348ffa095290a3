package org.namespan.trainer.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object of a request. A field that is null counts as missing. Messages name
 * the field, of which the names are known, and the kind of what was found.
 *
 * @param object the object
 * @param place where it stands in the request, with a dot behind; empty for the request itself
 */
record JsonFields(JsonObject object, String place) {

  /** A number that {@code int} holds; its digits are few, for it comes from outside. */
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

  private @Nullable JsonElement find(String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? null : value;
  }

  boolean has(String name) {
    return find(name) != null;
  }

  String string(String name) throws RequestException {
    JsonElement value = find(name);
    if (value == null) {
      throw new RequestException("found no '" + place + name + "', expected a string");
    }
    return asString(value, place + name);
  }

  String string(String name, String otherwise) throws RequestException {
    return has(name) ? string(name) : otherwise;
  }

  boolean isArray(String name) {
    return find(name) instanceof JsonArray;
  }

  /** A string, or those of an array that has some. */
  List<String> stringOrStrings(String name) throws RequestException {
    if (!isArray(name)) {
      return List.of(string(name));
    }
    List<String> strings = listed(name);
    if (strings.isEmpty()) {
      throw new RequestException(
          "found an empty array for '" + place + name + "', expected strings");
    }
    return strings;
  }

  boolean isTrue(String name) throws RequestException {
    JsonElement value = find(name);
    if (value == null) {
      return false;
    }
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
      throw wrong(value, place + name, "true or false");
    }
    return primitive.getAsBoolean();
  }

  double number(String name, double otherwise) throws RequestException {
    JsonElement value = find(name);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
      throw wrong(value, place + name, "a number");
    }
    // Of a number as text, so that thousands of digits cost no more than reading them.
    return Double.parseDouble(primitive.getAsString());
  }

  int integer(String name) throws RequestException {
    JsonElement value = find(name);
    if (value == null) {
      throw new RequestException("found no '" + place + name + "', expected an integer");
    }
    if (!(value instanceof JsonPrimitive primitive)
        || !primitive.isNumber()
        || !INTEGER.matcher(primitive.getAsString()).matches()) {
      throw wrong(value, place + name, "an integer of at most nine digits");
    }
    return Integer.parseInt(primitive.getAsString());
  }

  /** The strings of an array; none if it is missing. */
  Set<String> strings(String name) throws RequestException {
    return new LinkedHashSet<>(listed(name));
  }

  private List<String> listed(String name) throws RequestException {
    List<String> strings = new ArrayList<>();
    for (JsonElement each : array(name)) {
      strings.add(asString(each, place + name + "[" + strings.size() + "]"));
    }
    return strings;
  }

  /** The objects of an array; none if it is missing. */
  List<JsonFields> objects(String name) throws RequestException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonElement each : array(name)) {
      String where = place + name + "[" + objects.size() + "]";
      if (!(each instanceof JsonObject found)) {
        throw wrong(each, where, "an object");
      }
      objects.add(new JsonFields(found, where + "."));
    }
    return objects;
  }

  /** The objects of an object, by their names, which are the client's; none if it is missing. */
  Map<String, JsonFields> named(String name) throws RequestException {
    JsonElement value = find(name);
    Map<String, JsonFields> objects = new LinkedHashMap<>();
    if (value == null) {
      return objects;
    }
    if (!(value instanceof JsonObject found)) {
      throw wrong(value, place + name, "an object");
    }
    for (Map.Entry<String, JsonElement> each : found.entrySet()) {
      String where = place + name + ".<member " + (objects.size() + 1) + ">";
      if (!(each.getValue() instanceof JsonObject fields)) {
        throw wrong(each.getValue(), where, "an object");
      }
      objects.put(each.getKey(), new JsonFields(fields, where + "."));
    }
    return objects;
  }

  private JsonArray array(String name) throws RequestException {
    JsonElement value = find(name);
    if (value == null) {
      return new JsonArray();
    }
    if (!(value instanceof JsonArray found)) {
      throw wrong(value, place + name, "an array");
    }
    return found;
  }

  private static String asString(JsonElement value, String where) throws RequestException {
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isString()) {
      throw wrong(value, where, "a string");
    }
    return primitive.getAsString();
  }

  private static RequestException wrong(JsonElement found, String where, String expected) {
    return new RequestException(
        "found " + kind(found) + " for '" + where + "', expected " + expected);
  }

  private static String kind(JsonElement element) {
    if (element instanceof JsonPrimitive primitive) {
      return primitive.isString() ? "a string" : primitive.isNumber() ? "a number" : "a boolean";
    }
    return element.isJsonArray() ? "an array" : element.isJsonObject() ? "an object" : "null";
  }
}
