"use strict";

/** Classes in the table of confusions, those that are confused most. */
const CONFUSED_CLASSES = 20;

const classes = new Map(Object.entries(data.classes));

function subject() {
  document.getElementById("subject").append(named(data.model), " on ", named(data.corpus), `: ${
    counted(data.texts, "text")} of ${count(classes.size)} classes${
    data.several ? ", of which a text may have any number" : ""}.`);
}

function scores() {
  const entries = [
    ["Accuracy", share(data.accuracy), `95 %: ${interval(data.accuracyInterval)}`],
    ["F1, mean of classes", share(data.macro.f1), "macro"],
    ["F1 of all together", share(data.micro.f1), "micro"],
  ];
  for (const [name, member] of [["ROC area", "rocArea"], ["PR area", "prArea"]]) {
    if (data.macro[member] !== undefined) {
      entries.push([name, share(data.macro[member]), "mean of classes"]);
    }
  }
  entries.push(["Calibration error", share(data.expectedCalibrationError)],
    ["Texts a second", count(Math.round(data.textsPerSecond)), "on one thread"]);
  fill("scores", figures(entries), element("p", { class: "muted" },
    "A text is right if its classes are exactly the gold ones. The interval is a bootstrap over"
      + " texts: how far the choice of test texts may have moved accuracy, not what another training"
      + " run would give."));
}

function classTable() {
  const intervals = new Map(data.charted.map((each) => [each.name, each.f1Interval]));
  const rows = data.charted.map(({ name, f1Interval }) => {
    const { f1, precision, recall, support } = classes.get(name);
    return { name, value: f1, interval: f1Interval, marks: [precision, recall],
      remark: counted(support, "text") };
  });
  const more = classes.size > rows.length
    ? ` The ${rows.length} of lowest F1 of ${classes.size} classes.` : "";
  const all = [...classes].sort(([, one], [, other]) => one.f1 - other.f1);
  const area = (number) => number === undefined ? "" : share(number);
  fill("classes", chart("F1 of each class",
    `Bars are F1 with the 95 % interval, marks are precision and recall.${more}`,
    rowsHeight(rows.length), bars({ rows, valueName: "F1", markNames: ["precision", "recall"] }),
    table("Scores of each class, the lowest F1 first",
      ["class", "precision", "recall", "F1", "95 %", "ROC area", "PR area", "texts"],
      all.map(([name, each]) => [named(name), share(each.precision), share(each.recall),
        share(each.f1), intervals.has(name) ? interval(intervals.get(name)) : "",
        area(each.rocArea), area(each.prArea), count(each.support)]))));
}

function confusion() {
  if (data.confusions.length === 0) {
    return;
  }
  const wrong = new Map();
  const cells = new Map();
  for (const { gold, predicted, texts } of data.confusions) {
    cells.set(JSON.stringify([gold, predicted]), texts);
    for (const name of [gold, predicted]) {
      wrong.set(name, (wrong.get(name) ?? 0) + texts);
    }
  }
  const cell = (gold, predicted) => gold === predicted
    ? right(gold) : cells.get(JSON.stringify([gold, predicted])) ?? 0;
  const shown = [...wrong.keys()].sort((one, other) => wrong.get(other) - wrong.get(one))
    .slice(0, CONFUSED_CLASSES).sort();
  const caption = shown.length < classes.size
    ? `Texts by gold and predicted class, the ${shown.length} classes of ${classes.size} that are confused most`
    : "Texts by gold and predicted class";
  if (classes.size > CONFUSED_CLASSES) {
    fill("confusion", matrix());
  }
  fill("confusion", confusionTable(caption, shown, shown, cell));
}

/** Texts of a class that were given it alone. */
function right(name) {
  const { recall, support } = classes.get(name);
  return Math.round(recall * support);
}

/** All cells that are not empty, as marks: a table of so many classes could not be read. */
function matrix() {
  const names = [...classes.keys()].sort();
  const index = new Map(names.map((name, place) => [name, place]));
  const most = Math.max(...data.confusions.map((each) => each.texts));
  const diagonal = names.map((name) => [index.get(name), index.get(name), right(name)])
    .filter(([, , texts]) => texts > 0);
  const beside = data.confusions.map(({ gold, predicted, texts }) =>
    [index.get(predicted), index.get(gold), texts]);
  const side = { type: "category", data: names, grid: false, nameLocation: "middle", nameGap: 8,
    axisLabel: { show: false } };
  const marks = (width) => [
    { name: "right", data: diagonal, symbol: "rect", color: "--bar",
      size: () => Math.max(2, Math.min(8, width / names.length)) },
    { name: "confused", data: beside, symbol: "circle", color: "--second",
      size: (value) => Math.min(1, width / 700) * (4 + 12 * Math.sqrt(value[2] / most)) },
  ];
  return chart("All classes",
    `Each mark beside the diagonal is a class that was taken for another, ${
      counted(data.confusions.length, "pair")}; large ones are many texts, ${count(most)} at most. Both sides are in alphabetical order.`,
    440, (width) => ({
      legend: legend(["right", "confused"], 14),
      grid: { left: 24, right: 12, top: 34, bottom: 24 },
      xAxis: axis({ ...side, name: "predicted" }),
      yAxis: axis({ ...side, name: "gold", inverse: true }),
      series: marks(width).map(({ name, data: points, symbol, color, size }) => ({ name,
        type: "scatter", data: points, symbol, symbolSize: size,
        itemStyle: { color: colour(color), opacity: 0.85 } })),
      tooltip: { ...base().tooltip, trigger: "item", formatter: ({ value: [predicted, gold, texts] }) =>
        predicted === gold ? `${names[gold]}: ${counted(texts, "text")} right`
          : `${names[gold]}\ntaken for ${names[predicted]}\n${counted(texts, "text")}` },
    }),
    table("Confused classes, the commonest first", ["gold", "predicted", "texts"],
      data.confusions.map(({ gold, predicted, texts }) => [named(gold), named(predicted), count(texts)]),
      { words: 2 }));
}

function curves() {
  if (data.curves.length === 0) {
    return;
  }
  const [all, ...ofClasses] = data.curves;
  const hardest = ofClasses.map((curve, place) => [place, curve])
    .sort(([, one], [, other]) => one.prArea - other.prArea);
  const choice = select("Class, the hardest first", "all classes together",
    hardest.map(([place, { name, prArea }]) => [place, `${name}: PR area ${share(prArea)}`]));
  let chosen = all;
  const figuresShown = [];
  const unit = { min: 0, max: 1 };
  const add = (title, description, member, x, y, chance) => {
    const points = () => chosen[member] ?? [];
    const numbers = () => table(title, [x, y], points().map((point) => point.map(share)), { words: 0 });
    const made = chart(title, description, 320, (width) => lines({ x: { name: x, ...unit }, y: unit,
      percent: true, series: [{ name: y, points: points(), more: { showSymbol: false } }, ...chance] })(width),
    numbers());
    figuresShown.push({ made, numbers });
    fill("curves", made);
  };
  add("Receiver operating characteristic",
    "The share of a class's texts above a threshold, by the share of all others above it; chance lies on the dotted line.",
    "roc", "false positive rate", "recall",
    [{ name: "chance", points: [[0, 0], [1, 1]], style: 2, more: { showSymbol: false, silent: true } }]);
  add("Precision by recall", "The share of right texts above a threshold, by the share of a class's texts above it.",
    "pr", "recall", "precision", []);
  const areas = element("p", { class: "muted", role: "status" });
  const tell = () => {
    areas.textContent = `Areas: ${chosen.rocArea === undefined ? "" : `ROC ${share(chosen.rocArea)}, `}precision by recall ${
      share(chosen.prArea)}.`;
  };
  choice.box.addEventListener("input", () => {
    chosen = choice.box.selectedIndex === 0 ? all : ofClasses[choice.box.value];
    for (const { made, numbers } of figuresShown) {
      drawn.filter(({ box }) => made.contains(box)).forEach(draw);
      made.querySelector("details > .scroll").replaceWith(numbers());
    }
    tell();
  });
  document.getElementById("choice").append(choice.label, areas);
  tell();
}

function calibration() {
  if (data.bins.length > 0) {
    fill("calibration", calibrationChart({ expected: data.expectedCalibrationError,
      noun: data.several ? "decisions" : "texts", measure: "accuracy",
      bins: data.bins.map(({ meanScore, accuracy, count: number }) =>
        ({ meanScore, right: accuracy, number })) }));
  }
}

function errors() {
  if (data.errors.length === 0) {
    return;
  }
  const filter = (title, side) => {
    const names = [...new Set(data.errors.flatMap((error) => error[side]))].sort();
    return { ...select(title, "all classes", names.map((name) => [name, name])),
      matches: (error, name) => error[side].includes(name) };
  };
  fill("errors", element("p", {}, "The surest first."),
    ...errorList({ errors: data.errors, all: data.errorCount, item: errorItem, remark: "",
      filters: [filter("Gold class", "gold"), filter("Predicted class", "predicted")] }));
}

function errorItem({ line, text, cutEnd, gold, predicted, certainty }) {
  const chips = (side, names) => names.map((name) =>
    element("span", { class: `chip ${side}`, dir: "auto" }, `${side} ${name}`));
  const place = line === undefined ? [] : [`line ${count(line)}`];
  return element("li", { tabindex: "-1" },
    errorPlace(...place, `score ${share(certainty)}`),
    element("p", { class: "sentence", dir: "auto" }, text, cutEnd ? " …" : ""),
    element("p", { class: "classes" }, ...chips("gold", gold), ...chips("predicted", predicted)));
}

subject();
scores();
classTable();
confusion();
curves();
calibration();
errors();
contents();
drawCharts();
