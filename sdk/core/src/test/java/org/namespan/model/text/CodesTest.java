package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a",
        "www.a",
        "a@b.c",
        "a@b@c.d",
        "C:\\x",
        "/a/b",
        "/a/",
        "src/main/Foo.java",
        "a_b/c/d",
        "java.util.List",
        "aa.b-$.cc"
      })
  void knowsAddresses(String text) {
    assertEquals("address", Codes.isAddress(text) ? "address" : "none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:/a",
        "wwwa",
        "a@b",
        "@a.b",
        "\\x",
        "x\\",
        "/a",
        "a/b",
        "AC/DC/x.y",
        "he/she/it",
        "Java.util.List",
        "util.List",
        "a.b.c",
        "aa.bb,.cc",
        "<a@b.c"
      })
  void knowsWhatIsNoAddress(String text) {
    assertEquals("none", Codes.isAddress(text) ? "address" : "none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.c",
        "user_name",
        "a=b",
        "@x",
        "main()",
        "example.com",
        "report.PDF",
        "v1.2.3",
        "1.2-beta",
        "HADOOP-1234",
        "ABC-123",
        "0x1F",
        "0xbeef",
        "7f3a9c2e",
        "7f3a-9c2e",
        "550e8400-e29b-41d4-a716-446655440000",
        "7d:6a:8c",
        "80f4:eebe",
        "sha256:5f91",
        "B4:14:88",
        "Handler$0",
        "curl/7.59.0",
        "core-7.14.jar",
        "P4DT8H6M",
        "bwrJSr4yJ92CqT7W"
      })
  void knowsCodes(String token) {
    assertEquals("code", Codes.isCode(token) ? "code" : "word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Obama",
        "_x",
        "=x",
        "@",
        "f(x)",
        "J.com",
        "Berlin.Merkel",
        "U.S.",
        "v1",
        ".1a",
        "1.5km",
        "AB-123",
        "ABC-12",
        "Abc-123",
        "ABC-123x",
        "F-16",
        "R2-D2",
        "AT&T",
        "O'Brien",
        "0x1G",
        "7f3a9c",
        "beefcafe",
        "beefed1",
        "Feb-2003",
        "1-Dec-2003",
        "dec-999",
        "2003-Dec",
        "R2D2",
        "A$AP",
        "Ke$ha9",
        "Web2.0",
        "Blink182",
        "12h30m15s",
        "10:30pm",
        "Catch-22"
      })
  void knowsWords(String token) {
    assertEquals("word", Codes.isCode(token) ? "code" : "word");
  }

  @ParameterizedTest
  @ValueSource(strings = {":)", ":-)", ";o)", "=D", ":'(", ":3", ":P", "=/"})
  void knowsEmoticons(String text) {
    assertEquals("face", Codes.isFace(text) ? "face" : "none");
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "-)", ":-", ":--)", "8)", ":x)", ":A", "::)"})
  void knowsWhatIsNoEmoticon(String text) {
    assertEquals("none", Codes.isFace(text) ? "face" : "none");
  }
}
