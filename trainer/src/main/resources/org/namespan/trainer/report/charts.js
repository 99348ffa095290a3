"use strict";

/* Charts by Apache ECharts, as SVG. Each has a title, a description and a table of its numbers. */

const drawn = [];

/** Series differ in colour, in dash and in mark. */
const STYLES = [
  { color: "--first", type: "solid", symbol: "circle" },
  { color: "--second", type: "dashed", symbol: "triangle" },
  { color: "--third", type: "dotted", symbol: "rect" },
  { color: "--fourth", type: [8, 3, 2, 3], symbol: "diamond" },
];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/**
 * A figure: title, chart, and its numbers, which a reader opens.
 *
 * @param option makes what ECharts draws, anew for each width and colour scheme
 */
function chart(title, description, height, option, numbers) {
  const box = element("div", { class: "chart", role: "img", "aria-label": `${title}. ${description}` });
  box.style.height = `${height}px`;
  const made = element("figure", {},
    element("figcaption", {}, title, element("small", {}, description)), box,
    element("details", {}, element("summary", {}, "Numbers"), numbers));
  drawn.push({ box, option });
  return made;
}

/** Draws all charts once they have a place, and again when width or colours change. */
function drawCharts() {
  for (const each of drawn) {
    each.chart = echarts.init(each.box, null, { renderer: "svg" });
    new ResizeObserver(() => draw(each)).observe(each.box);
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach(draw));
}

function draw({ box, chart, option }) {
  chart.resize();
  chart.setOption({ ...base(), ...option(box.clientWidth) }, true);
}

function base() {
  return {
    animation: false,
    backgroundColor: "transparent",
    textStyle: { color: colour("--ink"), fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      backgroundColor: colour("--raised"),
      borderColor: colour("--line"),
      textStyle: { color: colour("--ink"), fontSize: 12 },
    },
  };
}

/** Parts of an axis that all charts have in common. */
function axis(more) {
  return {
    axisLine: { show: true, lineStyle: { color: colour("--muted") } },
    axisTick: { show: more.type === "value", lineStyle: { color: colour("--muted") } },
    axisLabel: { color: colour("--ink"), fontSize: 12, hideOverlap: true, ...more.axisLabel },
    splitLine: { show: more.grid ?? true, lineStyle: { color: colour("--line") } },
    nameTextStyle: { color: colour("--muted"), fontSize: 12 },
    ...Object.fromEntries(Object.entries(more).filter(([key]) => !["axisLabel", "grid"].includes(key))),
  };
}

function legend(names, itemWidth = 32) {
  return {
    show: names.length > 1,
    data: names,
    top: 0,
    left: 0,
    itemWidth,
    itemHeight: 10,
    selectedMode: false,
    textStyle: { color: colour("--ink"), fontSize: 12, width: 220, overflow: "truncate" },
  };
}

/** A line of points [x, y] in one of the styles. */
function line(name, points, style, more = {}) {
  const { color, type, symbol } = STYLES[style % STYLES.length];
  return {
    name,
    type: "line",
    data: points,
    symbol,
    symbolSize: 8,
    showSymbol: points.length <= 40,
    lineStyle: { color: colour(color), width: 2, type },
    itemStyle: { color: colour(color) },
    ...more,
  };
}

/** Lines over an axis of numbers. */
function lines({ x, y, series, percent = false, marks = [] }) {
  return () => {
    const made = series.map(({ name, points, style, more }, index) =>
      line(name, points, style ?? index, more ?? {}));
    if (marks.length > 0) {
      made[0].markLine = verticals(marks);
    }
    const named = made.filter((each) => each.name).map((each) => each.name);
    return {
      legend: legend(named),
      grid: { left: 4, right: 20, top: named.length > 1 ? 36 : 16, bottom: 28, containLabel: true },
      xAxis: axis({ type: "value", name: x.name, nameLocation: "middle", nameGap: 26, min: x.min,
        max: x.max, minInterval: x.whole ? 1 : undefined, grid: false }),
      yAxis: axis({ type: "value", min: y.min, max: y.max, scale: y.scale ?? false,
        axisLabel: { formatter: y.format } }),
      series: made,
      tooltip: { ...base().tooltip, valueFormatter: (value) => percent ? share(value) : short(value) },
    };
  };
}

/**
 * How far scores are from probabilities.
 *
 * @param bins each with meanScore, right, the share of what has about this score that is right, and
 *     number, how much that is
 * @param noun what is scored, in the plural
 * @param measure what the share is called
 */
function calibrationChart({ bins, expected, noun, measure }) {
  const most = Math.max(...bins.map((bin) => bin.number));
  const points = bins.map((bin) => ({
    value: [bin.meanScore, bin.right],
    symbolSize: 6 + 14 * Math.sqrt(bin.number / most),
  }));
  return chart("Calibration",
    `The share of right ${noun} by score; probabilities lie on the dotted line. Expected calibration error ${
      share(expected)}. Large marks are many ${noun}.`, 320,
    lines({ x: { name: "mean score", min: 0, max: 1 }, y: { min: 0, max: 1 },
      percent: true, series: [
        { name: measure, points },
        { name: `score = ${measure}`, points: [[0, 0], [1, 1]], style: 2,
          more: { showSymbol: false, silent: true } }] }),
    table(`By score`, ["mean score", measure, noun],
      bins.map((bin) => [share(bin.meanScore), share(bin.right), count(bin.number)]),
      { words: 0 }));
}

function verticals(marks) {
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: colour("--muted"), type: "dotted", width: 1.5 },
    label: { color: colour("--muted"), fontSize: 11, position: "insideEndTop", formatter: "{b}" },
    data: marks.map(({ at, name }) => ({ name, xAxis: at })),
  };
}

function short(value) {
  return typeof value === "number" ? String(Number(value.toPrecision(4))) : String(value);
}

/** How high a chart of rows is. */
function rowsHeight(rows, perRow = 34, more = 84) {
  return rows * perRow + more;
}

/**
 * Rows of a name and a score from 0 to 1: a bar, whiskers of its interval, and other scores as
 * marks.
 *
 * @param rows each with name, value, interval or none, and marks, numbers in the order of markNames
 */
function bars({ rows, valueName, markNames = [], min = 0, max = 1, zero = false }) {
  return (width) => {
    const names = rows.map((row) => row.name);
    const bar = zero ? [] : [{
      name: valueName,
      type: "bar",
      data: rows.map((row) => row.value),
      barMaxWidth: 16,
      itemStyle: { color: colour("--bar") },
    }];
    const points = zero ? [{
      name: valueName,
      type: "scatter",
      data: rows.map((row, index) => [row.value, index]),
      symbol: "circle",
      symbolSize: 10,
      itemStyle: { color: colour("--first") },
      markLine: { silent: true, symbol: "none", label: { show: false },
        lineStyle: { color: colour("--ink"), type: "solid", width: 1 }, data: [{ xAxis: 0 }] },
    }] : [];
    const marks = markNames.map((name, mark) => ({
      name,
      type: "scatter",
      data: rows.map((row, index) => [row.marks[mark], index]),
      symbol: STYLES[mark + 1].symbol,
      symbolSize: 10,
      itemStyle: { color: colour(STYLES[mark + 1].color), borderColor: colour("--paper"), borderWidth: 1 },
    }));
    const whiskers = rows.flatMap((row, index) => row.interval ? [whisker(row.interval, index)] : []);
    const series = [...bar, ...points, ...whiskers, ...marks];
    return {
      legend: legend(zero || markNames.length === 0 ? [] : [valueName, ...markNames], 14),
      grid: { left: 4, right: 16, top: markNames.length > 0 ? 34 : 8, bottom: 8, containLabel: true },
      xAxis: axis({ type: "value", min, max, ...(zero ? { interval: max / 2 } : {}),
        axisLabel: { formatter: short } }),
      yAxis: axis({ type: "category", data: names, inverse: true, grid: false,
        axisLabel: { width: Math.min(220, width * 0.3), overflow: "truncate", interval: 0 } }),
      series,
      tooltip: {
        ...base().tooltip,
        axisPointer: { type: "shadow" },
        formatter: ([{ dataIndex }]) => describe(rows[dataIndex], valueName, markNames),
      },
    };
  };
}

/** The text of a row's tooltip. */
function describe(row, valueName, markNames) {
  const parts = [row.name, `${valueName} ${share(row.value)}`];
  if (row.interval) {
    parts.push(`95 %: ${interval(row.interval)}`);
  }
  markNames.forEach((name, index) => parts.push(`${name} ${share(row.marks[index])}`));
  if (row.remark) {
    parts.push(row.remark);
  }
  return parts.join("\n");
}

function whisker([low, high], row) {
  return {
    type: "line",
    data: [[low, row], [high, row]],
    symbol: "rect",
    symbolSize: [2, 10],
    lineStyle: { color: colour("--ink"), width: 2, type: "solid" },
    itemStyle: { color: colour("--ink") },
    tooltip: { show: false },
    silent: true,
    z: 4,
  };
}

/** Groups of bars, one for each series: [{name, values}], told apart by colour and by pattern. */
function groupedBars({ names, series }) {
  const patterns = [
    undefined,
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
    { symbol: "circle", symbolSize: 0.8, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 5] },
  ];
  return (width) => ({
    aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
    legend: legend(series.map((each) => each.name)),
    grid: { left: 4, right: 16, top: 34, bottom: 8, containLabel: true },
    xAxis: axis({ type: "value", min: 0, max: 1 }),
    yAxis: axis({ type: "category", data: names, inverse: true, grid: false,
      axisLabel: { width: Math.min(220, width * 0.3), overflow: "truncate", interval: 0 } }),
    series: series.map(({ name, values }, index) => ({
      name,
      type: "bar",
      data: values,
      barMaxWidth: 14,
      itemStyle: {
        color: colour(STYLES[index % STYLES.length].color),
        decal: patterns[Math.floor(index % patterns.length)]
          && { color: colour("--paper"), ...patterns[index % patterns.length] },
      },
    })),
    tooltip: { ...base().tooltip, axisPointer: { type: "shadow" }, valueFormatter: share },
  });
}
