package org.namespan.trainer.report;

/** Apache ECharts, of which the build takes the script and the licences out of its jar. */
final class ChartLibrary {

  /** The line, bar and scatter charts, drawn as SVG. */
  static final String SCRIPT = Resource.read("echarts/echarts.common.min.js");

  /** The notice and the licences that go with every copy of the script. */
  static final String LICENCES =
      Resource.read("echarts/NOTICE")
          + "\n\n"
          + Resource.read("echarts/LICENSE")
          + "\n\n"
          + Resource.read("echarts/LICENSE-d3");

  private ChartLibrary() {}
}
