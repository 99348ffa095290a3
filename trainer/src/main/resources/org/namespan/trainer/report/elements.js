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
