package org.namespan.trainer.server;

import java.util.Locale;
import org.eclipse.jetty.http.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * A request with all of its body.
 *
 * @param contentType as the client sent it; empty if it sent none
 * @param offsets the query parameter of this name, null if there is none
 * @param body not copied
 */
record Call(String contentType, @Nullable String offsets, byte[] body) {

  /** A media type without its parameters, in lower case. */
  static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a content type names no character set but UTF-8, or ASCII, which is a part of it. */
  static boolean isUtf8(@Nullable String contentType) {
    String charset = contentType == null ? null : MimeTypes.getCharsetFromContentType(contentType);
    return charset == null
        || charset.equalsIgnoreCase("utf-8")
        || charset.equalsIgnoreCase("utf8")
        || charset.equalsIgnoreCase("us-ascii");
  }

  boolean isPlainText() {
    return mediaType(contentType).equals("text/plain");
  }

  /**
   * The body as text.
   *
   * @throws RequestException if it is not UTF-8
   */
  String text() throws RequestException {
    return Json.decode(body);
  }

  /**
   * The body as a JSON object.
   *
   * @throws RequestException if it is none, or is said to be something else
   */
  JsonFields json() throws RequestException {
    return json(Reply.JSON);
  }

  /**
   * The body as a JSON object.
   *
   * @param expected the media types that the path takes, for the message
   * @throws RequestException if it is none, or is said to be something else
   */
  JsonFields json(String expected) throws RequestException {
    String type = mediaType(contentType);
    if (!type.equals(Reply.JSON) && !type.endsWith("+json")) {
      throw new RequestException(
          RequestException.UNSUPPORTED_TYPE,
          "found "
              + (type.isEmpty() ? "no Content-Type" : "another Content-Type")
              + ", expected "
              + expected);
    }
    return Json.parseObject(text());
  }

  /**
   * What offsets count: the field {@code offsets}, or else the query parameter.
   *
   * @throws RequestException if there is no such unit
   */
  Offsets offsets(JsonFields fields, Offsets otherwise) throws RequestException {
    String name = fields.string("offsets", offsets == null ? "" : offsets);
    return name.isEmpty() ? otherwise : Offsets.named(name);
  }
}
