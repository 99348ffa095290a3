"use strict";

/* The elements that pages are made of. Whatever comes from the data becomes text, never HTML. */

const data = JSON.parse(document.getElementById("data").textContent);

/** An element with attributes and children, which are elements or text. */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A name from a file: of any length, in any script. */
function named(text) {
  return element("span", { class: "name", dir: "auto" }, text);
}

/** A share from 0 to 1 with four decimals, as the commands print it. */
function share(number) {
  return number.toFixed(4);
}

function count(number) {
  return number.toLocaleString("en");
}

function interval([low, high]) {
  return `${share(low)} to ${share(high)}`;
}

/** Says for one and for many: "1 span", "2 spans". */
function counted(number, noun) {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * A table in a box that scrolls sideways. The first cell of each row is its heading.
 *
 * @param options words, how many columns from the first on are no numbers, 1 unless given; best, the
 *     row that stands out
 */
function table(caption, headings, rows, options = {}) {
  const words = options.words ?? 1;
  const cell = (tag, content, index, attributes = {}) =>
    element(tag, index < words ? attributes : { class: "number", ...attributes }, content);
  const body = rows.map((row, number) => {
    const attributes = options.best === number ? { class: "best" } : {};
    return element("tr", attributes, ...row.map((content, index) =>
      index === 0 ? cell("th", content, index, { scope: "row" }) : cell("td", content, index)));
  });
  return scrolling(caption, element("table", {},
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...headings.map((heading, index) =>
      cell("th", heading, index, { scope: "col" })))),
    element("tbody", {}, ...body)));
}

/** A box that the keyboard can scroll, too. */
function scrolling(label, content) {
  return element("div", { class: "scroll", role: "region", "aria-label": label, tabindex: "0" },
    content);
}

/** Puts content in the place that the page has for it; a section without any stays hidden. */
function fill(id, ...content) {
  const place = document.getElementById(id);
  place.append(...content);
  const section = place.closest("section");
  if (section) {
    section.hidden = false;
  }
}

/**
 * A table of how often what stands in a row was taken for what stands in a column.
 *
 * @param cell gives the number of a row and a column; undefined where there can be none
 */
function confusionTable(caption, rows, columns, cell) {
  const head = element("tr", {}, element("td", {}),
    ...columns.map((name) => element("th", { scope: "col", class: "number" }, named(name))));
  const body = rows.map((gold) => {
    const all = columns.reduce((sum, predicted) => sum + (cell(gold, predicted) ?? 0), 0);
    return element("tr", {}, element("th", { scope: "row" }, named(gold)),
      ...columns.map((predicted) => confusionCell(cell(gold, predicted), gold === predicted, all)));
  });
  return scrolling(caption, element("table", { class: "confusion" },
    element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body)));
}

function confusionCell(number, right, all) {
  if (number === undefined) {
    return element("td", {});
  }
  const made = element("td", { class: `number ${number === 0 ? "none" : right ? "right" : ""}` },
    count(number));
  if (number > 0) {
    const strength = 0.1 + 0.45 * Math.sqrt(number / all);
    made.style.backgroundColor = `rgba(var(${right ? "--right" : "--wrong"}), ${strength})`;
  }
  return made;
}

/** A box to choose one of some values by, [value, text], or all of them; and its label. */
function select(title, all, options) {
  const box = element("select", {}, element("option", {}, all),
    ...options.map(([value, text]) => element("option", { value }, text)));
  return { box, label: element("label", {}, title, box) };
}

/** Errors that are put on the page at a time. */
const ERRORS_AT_A_TIME = 25;

/**
 * Errors in their texts, with a search and filters.
 *
 * @param errors those that the page holds, each with its text
 * @param all how many there are
 * @param filters boxes as select makes them, each with matches(error, value)
 * @param item makes the element of an error
 * @param remark on those that are left out
 */
function errorList({ errors, all, filters, item, remark }) {
  const text = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const status = element("p", { class: "muted", role: "status" });
  const list = element("ol", { class: "errors" });
  const more = element("button", { type: "button" }, "Show more");
  const form = element("form", { class: "filters", role: "search", "aria-label": "Errors" },
    ...filters.map((each) => each.label), element("label", {}, "Search in the text", text));
  let found = [];
  let shown = 0;

  const showMore = () => {
    found.slice(shown, shown + ERRORS_AT_A_TIME).forEach((error) => list.append(item(error)));
    shown = Math.min(found.length, shown + ERRORS_AT_A_TIME);
    more.hidden = shown === found.length;
    status.textContent = `${count(shown)} of ${counted(found.length, "error")} shown${
      errors.length < all
        ? `; this page holds the worst ${count(errors.length)} of all ${count(all)}, `
          + `${count(all - errors.length)} are left out${remark}` : ""}.`;
  };
  const filter = () => {
    const wanted = text.value.toLowerCase();
    found = errors.filter((error) =>
      filters.every(({ box, matches }) => box.selectedIndex === 0 || matches(error, box.value))
      && error.text.toLowerCase().includes(wanted));
    list.replaceChildren();
    shown = 0;
    showMore();
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => {
    const next = list.children.length;
    showMore();
    list.children[next]?.focus();
  });
  filter();
  return [form, status, list, more];
}

/** Where an error stands, and what else there is to say of it in words. */
function errorPlace(...words) {
  return element("p", { class: "place" }, ...words.map((each, index) =>
    element(index === 0 ? "strong" : "span", {}, each)));
}

/** The figures that are read first: pairs of a name, a number and a remark. */
function figures(entries) {
  return element("dl", { class: "scores" }, ...entries.map(([name, number, remark]) =>
    element("div", {}, element("dt", {}, name),
      element("dd", {}, number, ...(remark ? [element("small", {}, remark)] : [])))));
}

/** Links to the sections that are shown. */
function contents() {
  const links = [...document.querySelectorAll("section:not([hidden]) > h2")].map((heading) =>
    element("li", {}, element("a", { href: `#${heading.id}` }, heading.textContent)));
  document.getElementById("contents").append(element("ul", {}, ...links));
}
