package org.namespan.trainer.cli;

import ai.djl.Device;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --device} names. Apart from the options, which load in commands without DJL too. */
final class DeviceName {

  private static final Pattern NAME = Pattern.compile("cpu|gpu([0-9]{0,3})");

  private DeviceName() {}

  /**
   * The device of a name as DJL writes it: {@code cpu}, {@code gpu} or {@code gpu1}.
   *
   * @throws TrainingException if it is a GPU that PyTorch does not have
   */
  static Device read(String name, CommandSpec command) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new CommandLine.ParameterException(
          command.commandLine(),
          "--device is '" + name + "', expected cpu, gpu or, of several GPUs, gpu1 and so on");
    }
    if (matcher.group(1) == null) {
      return Device.cpu();
    }
    Device gpu = Device.gpu(matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1)));
    Engines.pytorch(gpu);
    return gpu;
  }
}
