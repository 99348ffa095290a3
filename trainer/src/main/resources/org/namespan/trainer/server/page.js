'use strict';

/* Milliseconds without a key before the text is sent. */
const PAUSE = 250;
/* Entities that are shown; a browser is slow with many more. */
const ROWS = 1000;

const text = document.getElementById('text');
const status = document.getElementById('status');
const again = document.getElementById('again');
const found = document.getElementById('found');
const marked = document.getElementById('marked');
const entities = document.getElementById('entities');
const rest = document.getElementById('rest');

let timer = 0;
let running = null;

function tell(message, failed) {
  status.textContent = message;
  again.hidden = !failed;
}

/* What was found belongs to a text that is no longer there. */
function clear() {
  found.hidden = true;
  marked.replaceChildren();
  entities.replaceChildren();
}

function fail(message) {
  clear();
  tell(message, true);
}

function row(entity) {
  const cells = [entity.type, entity.text, entity.score.toFixed(3)];
  const line = document.createElement('tr');
  for (const words of cells) {
    const cell = document.createElement('td');
    cell.textContent = words;
    line.append(cell);
  }
  return line;
}

/* Takes away what follows the last entity of the table. */
function shorten(body) {
  const marks = body.querySelectorAll('mark');
  if (marks.length <= ROWS) {
    return;
  }
  const tail = document.createRange();
  tail.setStartAfter(marks[ROWS - 1]);
  tail.setEndAfter(body.lastChild);
  tail.deleteContents();
}

/* The server's HTML is parsed apart from the page: it has text and marks, and nothing in it runs. */
function show(reply) {
  const parsed = new DOMParser().parseFromString(reply.html, 'text/html');
  const count = reply.entities.length;
  shorten(parsed.body);
  marked.replaceChildren(...parsed.body.children);
  entities.replaceChildren(...reply.entities.slice(0, ROWS).map(row));
  rest.hidden = count <= ROWS;
  rest.textContent = rest.hidden ? '' : `The first ${ROWS} of ${count} entities, and the text up to the last of them.`;
  found.hidden = false;
  tell(count === 1 ? '1 entity' : `${count} entities`, false);
}

async function tag() {
  if (running !== null) {
    running.abort();
    running = null;
  }
  if (text.value.trim() === '') {
    clear();
    tell('', false);
    return;
  }
  tell('…', false);
  const mine = new AbortController();
  running = mine;
  try {
    const response = await fetch('tag', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: text.value, html: true }),
      signal: mine.signal,
    });
    const reply = await response.json();
    if (mine.signal.aborted) {
      return;
    }
    if (response.ok) {
      show(reply);
    } else {
      fail(`The server refused the text: ${reply.error}`);
    }
  } catch (failure) {
    if (!mine.signal.aborted) {
      fail('The server does not answer. Is it still running?');
    }
  }
}

text.addEventListener('input', () => {
  clearTimeout(timer);
  /* What comes now is of an earlier text. */
  if (running !== null) {
    running.abort();
    running = null;
  }
  tell(text.value.trim() === '' ? '' : '…', false);
  timer = setTimeout(tag, PAUSE);
});
again.addEventListener('click', tag);
/* What a browser kept of an earlier visit. */
tag();
