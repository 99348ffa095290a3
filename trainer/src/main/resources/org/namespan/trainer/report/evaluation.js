"use strict";

/** Types in the confusion, those that are confused most. */
const CONFUSED_TYPES = 20;

const KINDS = {
  missed: "not found",
  spurious: "found where there is none",
  type: "another type",
  boundary: "other bounds",
};

function subject() {
  const dropped = data.droppedTypes.length === 0 ? [] : [
    element("br", {}), "Left out, for the corpus is not annotated with them: ",
    named(data.droppedTypes.join(", "))];
  document.getElementById("subject").append(named(data.model), " on ", named(data.corpus), `: ${
    counted(data.sentences, "sentence")}, ${counted(data.tokens, "token")}, ${
    counted(data.support, "entity span")}.`, ...dropped);
}

function scores() {
  const entries = [
    ["F1", share(data.f1), `95 %: ${interval(data.f1Interval)}`],
    ["Precision", share(data.precision)],
    ["Recall", share(data.recall)],
    ["F1, strict", share(data.strict.f1), "well-formed tags alone"],
    ["F1, mean of types", share(data.macroF1)],
    ["Token accuracy", share(data.tokenAccuracy)],
  ];
  if (data.tokensPerSecond !== undefined) {
    entries.push(["Tokens a second", count(Math.round(data.tokensPerSecond))]);
  }
  if (data.unscored > 0) {
    entries.push(["Not scored", count(data.unscored), "predictions of a type that gold leaves open"]);
  }
  const target = data.minPrecision;
  if (target !== undefined) {
    entries.push([`Min score for precision ${target.wished}`,
      target.minScore === undefined ? "none" : target.minScore.toFixed(2),
      target.minScore === undefined ? "no min score up to 0.99 has it"
        : `precision ${share(target.precision)}, recall ${share(target.recall)}, F1 ${share(target.f1)}`]);
  }
  fill("scores", figures(entries), element("p", { class: "muted" },
    "Spans count as in conlleval. The interval is a bootstrap over sentences: how far the choice of"
      + " test sentences may have moved F1, not what another training run would give."));
}

function types() {
  const all = Object.entries(data.perType);
  if (all.length === 0) {
    return;
  }
  const intervals = new Map(data.charted.map((each) => [each.type, each.f1Interval]));
  const rows = data.charted.map(({ type, f1Interval }) => {
    const { f1, precision, recall, support } = data.perType[type];
    return { name: type, value: f1, interval: f1Interval, marks: [precision, recall],
      remark: counted(support, "gold span") };
  });
  const more = all.length > rows.length
    ? ` The ${rows.length} most frequent of ${all.length} types.` : "";
  all.sort(([, one], [, other]) => other.support - one.support);
  fill("types", chart("F1 of each type",
    `Bars are F1 with the 95 % interval, marks are precision and recall.${more}`,
    rowsHeight(rows.length), bars({ rows, valueName: "F1", markNames: ["precision", "recall"] }),
    table("Scores of each type, the most frequent first",
      ["type", "precision", "recall", "F1", "95 %", "gold spans"],
      all.map(([type, each]) => [named(type), share(each.precision), share(each.recall),
        share(each.f1), intervals.has(type) ? interval(intervals.get(type)) : "",
        count(each.support)]))));
}

function confusion() {
  const wrong = new Map();
  for (const [gold, row] of Object.entries(data.confusion)) {
    for (const [predicted, spans] of Object.entries(row)) {
      if (gold !== predicted) {
        for (const name of [gold, predicted]) {
          wrong.set(name, (wrong.get(name) ?? 0) + spans);
        }
      }
    }
  }
  for (const name of ["(boundary)", "(missed)", "(spurious)"]) {
    wrong.delete(name);
  }
  if (wrong.size === 0) {
    return;
  }
  const shown = [...wrong.keys()].sort((one, other) => wrong.get(other) - wrong.get(one))
    .slice(0, CONFUSED_TYPES).sort();
  const own = (object, name) => object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
  const cell = (gold, predicted) => own(own(data.confusion, gold), predicted) ?? 0;
  const columns = [...shown, "(boundary)", "(missed)"];
  const rows = [...shown, "(boundary)", "(spurious)"];
  const caption = shown.length < wrong.size
    ? `Spans by gold and predicted type, the ${shown.length} types of ${wrong.size} that are confused most`
    : "Spans by gold and predicted type";
  fill("confusion", confusionTable(caption, rows, columns, (gold, predicted) =>
    ["(boundary)", "(spurious)"].includes(gold) && ["(boundary)", "(missed)"].includes(predicted)
      ? undefined : cell(gold, predicted)));
}

function words() {
  const cells = data.detail?.confusions ?? [];
  if (cells.length > 0) {
    fill("words", element("details", {}, element("summary", {}, "The commonest words of each"),
      table("The commonest words of each kind of error, the most frequent kind first",
        ["gold", "predicted", "spans", "words"],
        cells.map((cell) => [named(cell.gold), named(cell.predicted), count(cell.count),
          named(cell.words.map((each) => `${each.text} (${each.count})`).join(", "))]),
        { words: 4 })));
  }
}

function thresholds() {
  const worth = data.scores;
  if (worth === undefined) {
    return;
  }
  const points = worth.minScores;
  const best = points.reduce((top, point, index) => point.f1 > points[top].f1 ? index : top, 0);
  const of = (member) => points.map((point) => [point.minScore, point[member]]);
  fill("thresholds", chart("Precision, recall and F1 by min score",
    `F1 is highest, ${share(points[best].f1)}, at ${points[best].minScore}.`, 320,
    lines({ x: { name: "min score", min: 0, max: 1 }, y: { min: 0, max: 1 }, percent: true,
      series: [{ name: "F1", points: of("f1") }, { name: "precision", points: of("precision") },
        { name: "recall", points: of("recall") }] }),
    table("What is reached at each min score", ["min score", "precision", "recall", "F1"],
      points.map((point) => [point.minScore.toFixed(2), share(point.precision),
        share(point.recall), share(point.f1)]), { best, words: 0 })));
  if (worth.bins.length > 0) {
    fill("thresholds", calibrationChart({ expected: worth.expectedCalibrationError, noun: "spans",
      measure: "precision", bins: worth.bins.map(({ meanScore, precision, spans }) =>
        ({ meanScore, right: precision, number: spans })) }));
  }
}

function groups() {
  const detail = data.detail ?? {};
  const seen = data.seen === undefined ? [] : [
    { group: "seen in training", ...data.seen }, { group: "not seen", ...data.unseen }];
  const charts = [
    ["F1 by length of the entity", detail.byEntityLength],
    ["F1 by length of the sentence", detail.bySentenceLength],
    ["F1 of entities of the training corpus", seen],
    ["F1 by case of the tokens", detail.byCase],
  ];
  for (const [title, rows] of charts) {
    if (rows !== undefined && rows.length > 0) {
      fill("groups", chart(title, "Bars are F1, marks are precision and recall.",
        rowsHeight(rows.length), bars({ valueName: "F1", markNames: ["precision", "recall"],
          rows: rows.map((row) => ({ name: row.group, value: row.f1,
            marks: [row.precision, row.recall], remark: counted(row.support, "gold span") })) }),
        table(title, ["", "precision", "recall", "F1", "gold spans"],
          rows.map((row) => [row.group, share(row.precision), share(row.recall), share(row.f1),
            count(row.support)]))));
    }
  }
}

function matching() {
  if (data.detail === undefined) {
    return;
  }
  const schemes = Object.entries(data.detail.matching);
  fill("matching", table("All types", ["", "correct", "incorrect", "partial", "missed", "spurious",
    "precision", "recall", "F1"], schemes.map(([name, counts]) => [name, ...["correct", "incorrect",
      "partial", "missed", "spurious"].map((each) => count(counts[each])),
      ...["precision", "recall", "f1"].map((each) => share(counts[each]))])));
  const tokenizer = data.detail.tokenizer;
  if (tokenizer !== undefined) {
    fill("matching", element("p", {}, `From raw text, by the model's own tokenizer: precision ${
      share(tokenizer.precision)}, recall ${share(tokenizer.recall)}, F1 ${share(tokenizer.f1)} in ${
      counted(tokenizer.sentences, "sentence")}. Of ${count(tokenizer.missed)} missed spans, ${
      count(tokenizer.inexpressible)} (${(100 * tokenizer.share).toFixed(1)} %) begin or end within a token.`));
  }
}

function errors() {
  const all = Object.values(data.errorCounts).reduce((sum, each) => sum + each, 0);
  if (all === 0) {
    return;
  }
  const kinds = Object.entries(data.errorCounts).filter(([, each]) => each > 0);
  const typesOf = (error) => [error.gold?.type, error.predicted?.type].filter((type) => type !== undefined);
  const shownTypes = [...new Set(data.errors.flatMap(typesOf))].sort();
  const kind = select("Kind", "all kinds", kinds.map(([name, each]) =>
    [name, `${name}: ${KINDS[name]} (${count(each)})`]));
  const type = select("Type, gold or predicted", "all types", shownTypes.map((name) => [name, name]));
  fill("errors", element("p", {}, "The surest first, kinds in turn. ",
    element("mark", { class: "gold" }, "Gold"), " is underlined, what was ",
    element("mark", { class: "predicted" }, "predicted"), " has a dashed line above it."),
  ...errorList({ errors: data.errors, all, item: errorItem, remark: " (--errors lists them all)",
    filters: [
      { ...kind, matches: (error, name) => error.kind === name },
      { ...type, matches: (error, name) => typesOf(error).includes(name) }] }));
}

function errorItem(error) {
  const place = error.line === undefined
    ? `sentence ${count(error.sentence)}` : `line ${count(error.line)}`;
  const score = error.predicted?.score === undefined ? [] : [`score ${share(error.predicted.score)}`];
  return element("li", { tabindex: "-1" }, errorPlace(error.kind, place, ...score),
    element("p", { class: "sentence", dir: "auto" }, error.cutStart ? "… " : "", ...marked(error),
      error.cutEnd ? " …" : ""));
}

/** The text in parts that are gold, predicted, both or none; a chip names the type before each. */
function marked({ text, gold, predicted }) {
  const edges = new Set([0, text.length]);
  for (const span of [gold, predicted]) {
    if (span !== undefined) {
      edges.add(span.start).add(span.end);
    }
  }
  const sorted = [...edges].sort((one, other) => one - other);
  const parts = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i], sorted[i + 1]];
    const classes = [];
    for (const [name, span] of [["gold", gold], ["predicted", predicted]]) {
      if (span !== undefined && span.start === start) {
        parts.push(element("span", { class: `chip ${name}`, dir: "auto" }, `${name} ${span.type}`));
      }
      if (span !== undefined && span.start <= start && end <= span.end) {
        classes.push(name);
      }
    }
    const part = text.slice(start, end);
    parts.push(classes.length === 0 ? part : element("mark", { class: classes.join(" ") }, part));
  }
  return parts;
}

subject();
scores();
types();
confusion();
words();
thresholds();
groups();
matching();
errors();
contents();
drawCharts();
