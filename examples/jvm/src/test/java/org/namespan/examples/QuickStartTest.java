package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickStartTest {

  @Test
  void printsTheEntitiesOfItsSentence() throws IOException {
    assertEquals(
        List.of("per Barack Obama 0-12", "geo Thailand 21-29", "tim December 33-41"),
        Printed.by(QuickStart::main));
  }

  @Test
  void tagsItsArguments() throws IOException {
    assertEquals(List.of("geo Iraq 11-15"), Printed.by(QuickStart::main, "The war in Iraq ."));
  }
}
