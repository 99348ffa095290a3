package org.namespan.examples.integrations.logging;

import java.io.Serializable;
import java.util.Map;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.ByteBufferDestination;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.spi.MutableThreadContextStack;
import org.apache.logging.log4j.status.StatusLogger;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.jspecify.annotations.Nullable;

/**
 * A layout for Log4j 2 that writes what another one would, without names: those in the message, in
 * the thread context and in messages of exceptions are {@code [PERSON_1]}. Each part has numbers of
 * its own; markers stay.
 *
 * <pre>{@code
 * <Console name="out">
 *   <NameMaskingLayout types="per">
 *     <PatternLayout pattern="%d %-5level %logger{1.} - %msg%n"/>
 *   </NameMaskingLayout>
 * </Console>
 * }</pre>
 *
 * <p>Each message is tagged by itself. With asynchronous loggers no caller waits for that.
 */
@Plugin(
    name = "NameMaskingLayout",
    category = Node.CATEGORY,
    elementType = Layout.ELEMENT_TYPE,
    printObject = true)
public final class NameMaskingLog4jLayout implements Layout<Serializable> {

  private final Layout<? extends Serializable> layout;
  private final @Nullable NameMask mask;

  private NameMaskingLog4jLayout(Layout<? extends Serializable> layout, @Nullable NameMask mask) {
    this.layout = layout;
    this.mask = mask;
  }

  /**
   * What a configuration calls. In place of a layout that fails here Log4j would take its own,
   * which writes names; so a wrong one is told to Log4j's status logger, and writes nothing.
   *
   * @param types of the English model to mask, with commas between them
   * @param layout the one that writes. Default: Log4j's default pattern.
   */
  @PluginFactory
  public static NameMaskingLog4jLayout create(
      @PluginAttribute(value = "types", defaultString = "per") String types,
      @PluginElement("Layout") @Nullable Layout<? extends Serializable> layout) {
    NameMask mask = null;
    try {
      mask = new NameMask(types);
    } catch (RuntimeException | LinkageError e) {
      StatusLogger.getLogger().error("NameMaskingLayout cannot mask names", e);
    }
    return new NameMaskingLog4jLayout(
        layout == null ? PatternLayout.createDefaultLayout() : layout, mask);
  }

  /** A new event: a copy of the old one could keep its exception in another form. */
  private static LogEvent masked(LogEvent event, NameMask mask) {
    SortedArrayStringMap context = new SortedArrayStringMap();
    mask.mask(event.getContextData().toMap()).forEach(context::putValue);
    Throwable thrown = event.getThrown();
    return new Log4jLogEvent.Builder()
        .setLoggerName(event.getLoggerName())
        .setLoggerFqcn(event.getLoggerFqcn())
        .setMarker(event.getMarker())
        .setLevel(event.getLevel())
        .setMessage(new SimpleMessage(mask.mask(event.getMessage().getFormattedMessage())))
        .setThrown(thrown == null ? null : MaskedThrowable.of(thrown, mask))
        .setContextData(context)
        .setContextStack(masked(event.getContextStack(), mask))
        .setThreadId(event.getThreadId())
        .setThreadName(event.getThreadName())
        .setThreadPriority(event.getThreadPriority())
        .setSource(event.getSource())
        .setInstant(event.getInstant())
        .setNanoTime(event.getNanoTime())
        .setEndOfBatch(event.isEndOfBatch())
        .build();
  }

  private static ThreadContext.ContextStack masked(
      ThreadContext.ContextStack stack, NameMask mask) {
    ThreadContext.ContextStack masked = new MutableThreadContextStack();
    stack.asList().forEach(each -> masked.push(mask.mask(each)));
    return masked;
  }

  @Override
  public void encode(LogEvent event, ByteBufferDestination destination) {
    if (mask != null) {
      layout.encode(masked(event, mask), destination);
    }
  }

  @Override
  public byte[] toByteArray(LogEvent event) {
    return mask == null ? new byte[0] : layout.toByteArray(masked(event, mask));
  }

  @Override
  public Serializable toSerializable(LogEvent event) {
    return mask == null ? "" : layout.toSerializable(masked(event, mask));
  }

  @Override
  public byte[] getHeader() {
    return layout.getHeader();
  }

  @Override
  public byte[] getFooter() {
    return layout.getFooter();
  }

  @Override
  public String getContentType() {
    return layout.getContentType();
  }

  @Override
  public Map<String, String> getContentFormat() {
    return layout.getContentFormat();
  }
}
