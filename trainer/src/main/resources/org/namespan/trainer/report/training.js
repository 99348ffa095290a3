"use strict";

/** Seconds from one look at a run to the next. */
const RELOAD_SECONDS = 10;

/** Labels that are named. */
const MOST_LABELS = 30;

/** What dev scores are called, and the members of a record that hold them; the page says which chooses an epoch. */
const SCORES = {
  f1: "F1", precision: "precision", recall: "recall", tokenAccuracy: "token accuracy",
  accuracy: "accuracy", macroF1: "macro F1", microF1: "micro F1",
};

const { records, measures } = data;
const [chosenBy] = measures;
const scored = records.filter((record) => record.dev !== undefined);
const best = records.filter((record) => record.best).at(-1);

function subject() {
  const corpus = ({ name, examples, tokens }) => [named(name), ` (${counted(examples, data.example)}${
    tokens === undefined ? "" : `, ${counted(tokens, "token")}`})`];
  const labels = data.labels.length > MOST_LABELS
    ? `${count(data.labels.length)} ${data.example === "text" ? "classes" : "types"}`
    : named(data.labels.join(", "));
  document.getElementById("subject").append(named(data.run), `, preset ${data.preset}: learns `,
    labels, " from ", ...corpus(data.train), data.dev ? ", scored on " : "",
    ...(data.dev ? corpus(data.dev) : [", without a dev set"]), ".");
}

function duration(seconds) {
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) {
    return `${Math.max(1, Math.round(seconds))} s`;
  }
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Whether a run says that it goes on, but has long been silent. */
function silent() {
  return data.written !== undefined
    && (Date.now() - data.written) / 1000 > 60 + 5 * data.secondsPerEpoch;
}

function state() {
  const epoch = records.length;
  const entries = [["Epochs done", `${epoch} of ${data.epochs}`,
    data.dev ? `or ${counted(data.patience, "epoch")} after the best one` : undefined]];
  const running = data.state === "running" && !silent();
  if (running) {
    const left = data.secondsPerEpoch === undefined ? undefined
      : data.secondsPerEpoch * (data.epochs - epoch);
    entries.push(["Time left", left === undefined ? "not known yet" : duration(left),
      left === undefined ? "until the first epoch is done"
        : `at most, as of ${new Date(data.written).toLocaleTimeString()}`]);
  } else {
    entries.push(["Training", data.state === "done" ? "done" : "stopped",
      data.state === "running" ? `nothing new since ${new Date(data.written).toLocaleString()}`
        : data.state === "stopped" ? "--resume goes on with it" : undefined]);
  }
  if (best?.dev !== undefined) {
    entries.push([`Best dev ${SCORES[chosenBy]}`, share(best.dev[chosenBy]), `epoch ${best.epoch}`]);
  }
  if (epoch > 0) {
    const last = records.at(-1);
    entries.push(["Last loss", last.loss.toFixed(4)],
      ["Tokens a second", count(Math.round(last.tokensPerSecond))]);
  }
  fill("state", figures(entries), ...(running ? [reloading()] : []));
}

/** The page loads itself anew while the run goes on; a reader may have it stay as it is. */
function reloading() {
  const box = element("input", { type: "checkbox" });
  box.checked = location.hash !== "#stay";
  let timer;
  const setTimer = () => {
    clearTimeout(timer);
    if (box.checked) {
      timer = setTimeout(() => location.reload(), RELOAD_SECONDS * 1000);
    }
  };
  box.addEventListener("change", () => {
    history.replaceState(null, "", box.checked ? "#" : "#stay");
    setTimer();
  });
  setTimer();
  return element("label", {}, box, ` Load this page anew every ${RELOAD_SECONDS} seconds`);
}

function curves() {
  const x = { name: "epoch", min: 0, max: data.epochs, whole: true };
  const of = (list, member) => list.map((record) => [record.epoch, member(record)]);
  const numbers = (title, heading, list, member, format) =>
    table(title, ["epoch", heading], list.map((record) => [record.epoch, format(member(record))]),
      { words: 0 });
  const loss = (record) => record.loss;
  fill("curves", chart("Training loss", "The mean of each epoch's batches.", 300,
    lines({ x, y: { min: 0 }, series: [{ name: "loss", points: of(records, loss) }] }),
    numbers("Training loss", "loss", records, loss, (value) => value.toFixed(4))));
  if (scored.length > 0) {
    fill("curves", devScores(x, of));
  }
  fill("curves", rates(x));
  const speed = (record) => record.tokensPerSecond;
  fill("curves", chart("Speed", "Training tokens a second, padding left out.", 300,
    lines({ x, y: { min: 0, format: (value) => count(value) },
      series: [{ name: "tokens a second", points: of(records, speed) }] }),
    numbers("Speed", "tokens a second", records, speed, (value) => count(Math.round(value)))));
}

function devScores(x, of) {
  const charted = measures.filter((member) => member !== "tokenAccuracy");
  const spans = data.example === "sentence" ? "Spans as in conlleval; the" : "The";
  return chart("Dev scores", `${spans} best ${SCORES[chosenBy]} is ${share(best.dev[chosenBy])} in epoch ${
    best.epoch}, whose weights are kept.`, 300,
  lines({ x, y: { scale: true, max: 1 }, percent: true,
    series: charted.map((member) =>
      ({ name: SCORES[member], points: of(scored, (each) => each.dev[member]) })),
    marks: [{ at: best.epoch, name: "best" }] }),
  table("Dev scores", ["epoch", ...charted.map((member) => SCORES[member])],
    scored.map((each) => [each.epoch, ...charted.map((member) => share(each.dev[member]))]),
    { words: 0, best: scored.indexOf(best) }));
}

function rates(x) {
  const series = [["weights", "weights"], ["tables", "tables"], ["encoder", "encoder"]]
    .filter(([, member]) => data.rates[0][member] !== undefined);
  const whole = data.rates.filter(({ epoch }) => Number.isInteger(epoch));
  const done = records.length < data.epochs ? [{ at: records.length, name: "done" }] : [];
  return chart("Learning rates", `As planned for all epochs${done.length > 0 ? "; the line marks what is done" : ""}.`, 300,
    lines({ x, y: { min: 0 }, marks: done,
      series: series.map(([name, member]) =>
        ({ name, points: data.rates.map((rate) => [rate.epoch, rate[member]]) })) }),
    table("Learning rates", ["epochs done", ...series.map(([name]) => name)],
      whole.map((rate) => [rate.epoch, ...series.map(([, member]) => short(rate[member]))]),
      { words: 0 }));
}

function epochs() {
  const shown = scored.length > 0 ? measures : [];
  fill("epochs", table(data.dev ? "Each epoch; the best one by its dev scores is marked" : "Each epoch",
    ["epoch", "loss", ...shown.map((member) => SCORES[member]), "seconds", "tokens a second"],
    records.map((record) => [record.epoch, record.loss.toFixed(4),
      ...shown.map((member) => share(record.dev[member])),
      record.seconds.toFixed(1), count(Math.round(record.tokensPerSecond))]),
    { words: 0, best: data.dev ? records.indexOf(best) : undefined }));
}

subject();
state();
if (records.length > 0) {
  curves();
  epochs();
}
contents();
drawCharts();
