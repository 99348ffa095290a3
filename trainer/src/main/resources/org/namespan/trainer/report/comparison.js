"use strict";

/** Types with bars, those with most gold spans; the others stand in the table alone. */
const CHARTED_TYPES = 20;

/** Models with bars of each type. */
const CHARTED_MODELS = 4;

const CASES = { keep: "as written", lower: "in lower case", upper: "in upper case" };

const { rows } = data;
const cases = Object.keys(CASES);
const of = (casing) => rows.filter((row) => row.case === casing);

/** What models are called: the end of a path, as long as it needs to be to tell them apart. */
const names = shortNames(of("keep").map((row) => row.model));

function shortNames(models) {
  const parts = models.map((model) => model.split(/[\\/]/));
  const longest = Math.max(...parts.map((part) => part.length));
  for (let kept = 1; kept < longest; kept++) {
    // A run's folder says more than the name that its model always has.
    const short = parts.map((part) =>
      part.slice(-kept - (part.at(-1) === "model.onnx" ? 1 : 0)).join("/"));
    if (new Set(short).size === models.length) {
      return short;
    }
  }
  return models;
}

function subject() {
  const { sentences, tokens, support } = rows[0];
  const dropped = of("keep").filter((row) => row.droppedTypes.length > 0).flatMap((row, index) => [
    element("br", {}), named(names[index]), ": left out, for the corpus is not annotated with them: ",
    named(row.droppedTypes.join(", "))]);
  document.getElementById("subject").append(counted(names.length, "model"), " on ",
    named(data.corpus), `: ${counted(sentences, "sentence")}, ${counted(tokens, "token")}, ${
      counted(support, "entity span")}.`, ...dropped);
}

function f1() {
  for (const casing of cases) {
    fill("f1", chart(`Tokens ${CASES[casing]}`,
      "Bars are F1 with the 95 % interval over sentences, marks are precision and recall.",
      rowsHeight(names.length),
      bars({ valueName: "F1", markNames: ["precision", "recall"],
        rows: of(casing).map((row, index) => ({ name: names[index], value: row.f1,
          interval: row.f1Interval, marks: [row.precision, row.recall] })) }),
      table(`Tokens ${CASES[casing]}`, ["model", "precision", "recall", "F1", "95 %"],
        of(casing).map((row, index) => [named(names[index]), share(row.precision),
          share(row.recall), share(row.f1), interval(row.f1Interval)]))));
  }
}

function signed(number) {
  return `${number < 0 ? "−" : "+"}${share(Math.abs(number))}`;
}

function differences() {
  const later = rows.filter((row) => row.f1Difference !== undefined);
  const widest = Math.max(0, ...later.flatMap((row) => row.f1DifferenceInterval.map(Math.abs)));
  const step = widest > 0.1 ? 0.1 : 0.01;
  const end = step * Math.max(1, Math.ceil(widest / step));
  for (const casing of later.length > 0 ? cases : []) {
    const shown = of(casing).map((row, index) => ({ row, name: names[index] })).slice(1);
    const between = ({ f1DifferenceInterval: [low, high] }) => `${signed(low)} to ${signed(high)}`;
    fill("differences", chart(`Tokens ${CASES[casing]}`, `F1 less that of ${names[0]}.`,
      rowsHeight(shown.length, 34, 60),
      bars({ valueName: "difference", zero: true, min: -end, max: end, rows: shown.map(
        ({ row, name }) => ({ name, value: row.f1Difference, interval: row.f1DifferenceInterval })) }),
      table(`F1 less that of ${names[0]}`, ["model", "F1", "95 %"],
        shown.map(({ row, name }) => [named(name), signed(row.f1Difference), between(row)]))));
  }
}

function seeds() {
  if (data.mean === undefined) {
    return;
  }
  const columns = Object.keys(data.mean.keep).filter((column) => column !== "perType");
  const format = (value) => value >= 100 ? count(Math.round(value)) : share(value);
  fill("seeds", table(`Mean and standard deviation of ${names.length} models`,
    ["case", "", ...columns], cases.flatMap((casing) => [
      [casing, "mean", ...columns.map((column) => format(data.mean[casing][column]))],
      [casing, "deviation", ...columns.map((column) => format(data.standardDeviation[casing][column]))],
    ]), { words: 2 }));
}

function types() {
  const kept = of("keep");
  const supports = Object.entries(kept[0].perType).filter(([, scores]) => scores.support > 0)
    .sort(([, one], [, other]) => other.support - one.support);
  if (supports.length === 0) {
    return;
  }
  const all = supports.map(([type]) => type);
  const charted = all.slice(0, CHARTED_TYPES);
  const models = Math.min(CHARTED_MODELS, names.length);
  const left = [
    ...(charted.length < all.length ? [`the ${charted.length} most frequent of ${all.length} types`] : []),
    ...(models < names.length ? [`the first ${models} of ${names.length} models`] : [])];
  fill("types", chart("F1 of each type, tokens as written",
    left.length > 0 ? `Bars: ${left.join(", ")}.` : "A bar for each model.",
    rowsHeight(charted.length, 16 * models + 16, 64),
    groupedBars({ names: charted, series: kept.slice(0, models).map((row, index) =>
      ({ name: names[index], values: charted.map((type) => row.perType[type].f1) })) }),
    table("F1 of each type, tokens as written", ["type", "gold spans", ...names.map(named)],
      supports.map(([type, { support }]) => [named(type), count(support),
        ...kept.map((row) => share(row.perType[type].f1))]))));
}

function everything() {
  const seen = rows[0].seen !== undefined;
  fill("all", table("Each model in each case", ["model", "case", "accuracy", "precision", "recall", "F1",
    "95 %", ...(seen ? ["seen recall", "unseen recall"] : []), "tokens a second"],
  rows.map((row) => [named(row.model), row.case, share(row.tokenAccuracy), share(row.precision),
    share(row.recall), share(row.f1), interval(row.f1Interval),
    ...(seen ? [share(row.seen.recall), share(row.unseen.recall)] : []),
    count(Math.round(row.tokensPerSecond))]), { words: 2 }));
}

subject();
f1();
differences();
seeds();
types();
everything();
contents();
drawCharts();
