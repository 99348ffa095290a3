package org.namespan.examples.spark.model;

import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Closes the models of each executor when it ends, and shows what it has answered as metrics.
 * Switched on by {@code --conf spark.plugins=org.namespan.examples.spark.model.NamespanPlugin};
 * without it models are freed with the process.
 */
public final class NamespanPlugin implements SparkPlugin {

  @Override
  public @Nullable DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      @Override
      public void init(PluginContext context, Map<String, String> settings) {
        ExecutorCounts.register(context.metricRegistry());
      }

      @Override
      public void shutdown() {
        ExecutorModels.closeAll();
      }
    };
  }
}
