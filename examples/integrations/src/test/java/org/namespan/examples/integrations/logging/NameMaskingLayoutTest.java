package org.namespan.examples.integrations.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameMaskingLayoutTest {

  @TempDir Path folder;

  private LoggerContext configured(String layout) throws JoranException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    String xml =
        """
        <configuration>
          <appender name="file" class="ch.qos.logback.core.FileAppender">
            <file>%s</file>
            <encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">
              %s
            </encoder>
          </appender>
          <root level="info"><appender-ref ref="file"/></root>
        </configuration>
        """
            .formatted(folder.resolve("log.txt"), layout);
    configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    return context;
  }

  private String logged() throws IOException {
    return Files.readString(folder.resolve("log.txt"));
  }

  private static final String LAYOUT =
      """
      <layout class="org.namespan.examples.integrations.logging.NameMaskingLayout">
        <layout class="ch.qos.logback.classic.PatternLayout">
          <pattern>%level %logger{0} %mdc{user} %kvp - %msg%n%ex</pattern>
        </layout>
      </layout>
      """;

  @Test
  void messagesPairsContextAndExceptionsHaveNoNames() throws JoranException, IOException {
    LoggerContext context = configured(LAYOUT);
    Logger logger = context.getLogger("shop.Orders");
    context.getMDCAdapter().put("user", "Angela Merkel");
    IllegalStateException failure =
        new IllegalStateException(
            "no account for Angela Merkel", new IOException("Tony Blair is unknown"));
    failure.addSuppressed(new IOException("and so is Emmanuel Macron"));
    logger
        .atError()
        .addKeyValue("payer", "Tony Blair")
        .setCause(failure)
        .log("{} wrote to Angela Merkel", "Tony Blair");
    context.stop();
    String log = logged();
    assertTrue(
        log.startsWith(
            "ERROR Orders [PERSON_1] payer=\"[PERSON_1]\" - [PERSON_1] wrote to [PERSON_2]\n"
                + "java.lang.IllegalStateException: no account for [PERSON_1]\n"
                + "\tat org.namespan.examples.integrations.logging.NameMaskingLayoutTest."),
        log);
    assertTrue(log.contains("Suppressed: java.io.IOException: and so is [PERSON_1]\n"), log);
    assertTrue(log.contains("Caused by: java.io.IOException: [PERSON_1] is unknown\n"), log);
    assertFalse(log.matches("(?s).*(Merkel|Blair|Macron).*"), log);
  }

  @Test
  void aThreadThatIsToldToEndMayStillLog() throws JoranException, IOException {
    LoggerContext context = configured(LAYOUT);
    Thread.currentThread().interrupt();
    context.getLogger("shop").info("Angela Merkel left");
    assertTrue(Thread.interrupted());
    context.stop();
    assertEquals("INFO shop   - [PERSON_1] left\n", logged());
  }

  @Test
  void aWrongTypeIsTold() throws JoranException, IOException {
    LoggerContext context =
        configured(LAYOUT.replace("<layout class=\"ch", "<types>person</types><layout class=\"ch"));
    context.getLogger("shop").info("Angela Merkel left");
    assertTrue(
        context.getStatusManager().getCopyOfStatusList().stream()
            .anyMatch(
                status ->
                    status.getLevel() == Status.ERROR
                        && status.getMessage().contains("found the types [person]")));
    context.stop();
    assertEquals("", logged());
  }
}
