package org.namespan.examples.integrations.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameMaskingLog4jLayoutTest {

  @TempDir Path folder;

  private LoggerContext configured(String layout) throws IOException {
    LoggerContext context = new LoggerContext("test");
    String xml =
        """
        <Configuration status="off">
          <Appenders>
            <File name="file" fileName="%s">%s</File>
          </Appenders>
          <Loggers><Root level="info"><AppenderRef ref="file"/></Root></Loggers>
        </Configuration>
        """
            .formatted(folder.resolve("log.txt"), layout);
    ConfigurationSource source =
        new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    context.start(new XmlConfiguration(context, source));
    return context;
  }

  @Test
  void messagesContextAndExceptionsHaveNoNames() throws IOException {
    LoggerContext context =
        configured(
            """
            <NameMaskingLayout>
              <PatternLayout pattern="%level %c{1} %X{user} %x - %m%n%ex"/>
            </NameMaskingLayout>
            """);
    Logger logger = context.getLogger("shop.Orders");
    ThreadContext.put("user", "Angela Merkel");
    ThreadContext.push("Tony Blair");
    IllegalStateException failure =
        new IllegalStateException(
            "no account for Angela Merkel", new IOException("Tony Blair is unknown"));
    failure.addSuppressed(new IOException("and so is Emmanuel Macron"));
    logger.error("{} wrote to Angela Merkel", "Tony Blair", failure);
    ThreadContext.clearAll();
    context.stop();
    String log = Files.readString(folder.resolve("log.txt"));
    assertTrue(
        log.startsWith(
            "ERROR Orders [PERSON_1] [[PERSON_1]] - [PERSON_1] wrote to [PERSON_2]\n"
                + "java.lang.IllegalStateException: no account for [PERSON_1]\n"
                + "\tat org.namespan.examples.integrations.logging.NameMaskingLog4jLayoutTest."),
        log);
    assertTrue(log.contains("Suppressed: java.io.IOException: and so is [PERSON_1]\n"), log);
    assertTrue(log.contains("Caused by: java.io.IOException: [PERSON_1] is unknown\n"), log);
    assertFalse(log.matches("(?s).*(Merkel|Blair|Macron).*"), log);
  }

  @Test
  void withTypesThatTheModelHasNotNothingIsWritten() throws IOException {
    LoggerContext context =
        configured(
            """
            <NameMaskingLayout types="person">
              <PatternLayout pattern="%m%n"/>
            </NameMaskingLayout>
            """);
    context.getLogger("shop").info("Angela Merkel left");
    context.stop();
    assertEquals("", Files.readString(folder.resolve("log.txt")));
  }
}
