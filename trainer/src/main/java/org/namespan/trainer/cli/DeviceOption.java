package org.namespan.trainer.cli;

import picocli.CommandLine.Option;

/** The option that says where to train; {@link DeviceName} reads it. */
final class DeviceOption {

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "cpu",
      description =
          "Where to train: cpu, gpu, or gpu1 and so on for one of several GPUs, counted from 0. What"
              + " goes on on another device gives other weights. Default: ${DEFAULT-VALUE}.")
  private String device;

  /** What was given. */
  String name() {
    return device;
  }
}
