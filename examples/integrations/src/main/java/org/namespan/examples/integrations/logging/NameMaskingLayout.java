package org.namespan.examples.integrations.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.LayoutBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * A layout for Logback that writes what another one would, without names: those in the message, in
 * key-value pairs, in the diagnostic context and in messages of exceptions are {@code [PERSON_1]}.
 * Each part has numbers of its own; markers and names of keys stay.
 *
 * <pre>{@code
 * <encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">
 *   <layout class="org.namespan.examples.integrations.logging.NameMaskingLayout">
 *     <types>per</types>
 *     <layout class="ch.qos.logback.classic.PatternLayout">
 *       <pattern>%d %-5level %logger{20} - %msg%n</pattern>
 *     </layout>
 *   </layout>
 * </encoder>
 * }</pre>
 *
 * <p>Each message is tagged by itself. Behind an {@code AsyncAppender} no caller waits for that.
 */
public final class NameMaskingLayout extends LayoutBase<ILoggingEvent> {

  private String types = "per";
  private @Nullable Layout<ILoggingEvent> layout;
  private @Nullable NameMask mask;

  /** Types of the English model to mask, with commas between them. Default: {@code per}. */
  public void setTypes(String types) {
    this.types = types;
  }

  /** The layout that writes. */
  public void setLayout(Layout<ILoggingEvent> layout) {
    this.layout = layout;
  }

  @Override
  public void start() {
    if (layout == null) {
      addError("found no <layout> in NameMaskingLayout, expected the one that writes");
      return;
    }
    try {
      mask = new NameMask(types);
      super.start();
    } catch (RuntimeException | LinkageError e) {
      // A layout that cannot mask must not end the application, and writes nothing.
      addError("NameMaskingLayout cannot mask names: " + e.getMessage(), e);
    }
  }

  /** A layout that did not start writes nothing, rather than a name. */
  @Override
  public String doLayout(ILoggingEvent event) {
    return layout == null || mask == null ? "" : layout.doLayout(masked(event, mask));
  }

  private static ILoggingEvent masked(ILoggingEvent event, NameMask mask) {
    LoggingEvent masked = new LoggingEvent();
    masked.setLoggerName(event.getLoggerName());
    masked.setLoggerContextRemoteView(event.getLoggerContextVO());
    masked.setThreadName(event.getThreadName());
    masked.setLevel(event.getLevel());
    masked.setInstant(event.getInstant());
    masked.setSequenceNumber(event.getSequenceNumber());
    masked.setMDCPropertyMap(mask.mask(event.getMDCPropertyMap()));
    String message = event.getFormattedMessage();
    masked.setMessage(message == null ? "" : mask.mask(message));
    if (event.getMarkerList() != null) {
      event.getMarkerList().forEach(masked::addMarker);
    }
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        masked.addKeyValuePair(new KeyValuePair(pair.key, mask.mask(String.valueOf(pair.value))));
      }
    }
    if (event.hasCallerData()) {
      masked.setCallerData(event.getCallerData());
    }
    if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
      masked.setThrowableProxy(new ThrowableProxy(MaskedThrowable.of(proxy.getThrowable(), mask)));
    }
    return masked;
  }
}
