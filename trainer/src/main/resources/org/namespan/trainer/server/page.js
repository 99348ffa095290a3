'use strict';

/* Milliseconds without a key before the text is sent. */
const PAUSE = 250;

const text = document.getElementById('text');
const status = document.getElementById('status');
const again = document.getElementById('again');
const found = document.getElementById('found');
const marked = document.getElementById('marked');
const entities = document.getElementById('entities');

let timer = 0;
let running = null;

function tell(message, failed) {
  status.textContent = message;
  again.hidden = !failed;
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

/* The server's HTML is parsed apart from the page: it has text and marks, and nothing in it runs. */
function show(reply) {
  const parsed = new DOMParser().parseFromString(reply.html, 'text/html');
  marked.replaceChildren(...parsed.body.children);
  entities.replaceChildren(...reply.entities.map(row));
  found.hidden = false;
  const count = reply.entities.length;
  tell(count === 1 ? '1 entity' : `${count} entities`, false);
}

async function tag() {
  if (running !== null) {
    running.abort();
    running = null;
  }
  if (text.value.trim() === '') {
    found.hidden = true;
    tell('', false);
    return;
  }
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
      tell(`The server refused the text: ${reply.error}`, true);
    }
  } catch (failure) {
    if (!mine.signal.aborted) {
      tell('The server does not answer. Is it still running?', true);
    }
  }
}

text.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(tag, PAUSE);
});
again.addEventListener('click', tag);
/* What a browser kept of an earlier visit. */
tag();
