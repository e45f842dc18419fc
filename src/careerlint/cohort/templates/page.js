"use strict";
// Search in the people of the page. Rows are only ever made of text: nothing of them is read as HTML.
(() => {
  const box = document.getElementById("search");
  if (!box) return;
  const table = document.getElementById("people-table");
  const body = table.tBodies[0];
  const counts = document.querySelectorAll("#shown [data-shown]");
  const block = document.getElementById("people-data");
  const most = 200;
  const folded = (text) => text.normalize("NFC").toLowerCase();

  const grouped = table.dataset.grouped === "1";
  const cell = (kind, text) => {
    const made = document.createElement(kind);
    const inner = document.createElement("bdi");
    inner.textContent = text;
    made.append(inner);
    return made;
  };
  const rowOf = ([name, href, group, numbers, first]) => {
    const row = document.createElement("tr");
    const head = cell("th", name);
    head.scope = "row";
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.append(...head.childNodes);
      head.append(link);
    }
    row.append(head);
    if (grouped) row.append(cell("td", group));
    for (const count of numbers) {
      const made = document.createElement("td");
      made.className = "number";
      made.textContent = count;
      row.append(made);
    }
    const codes = document.createElement("td");
    codes.className = "codes";
    for (const code of first) {
      const link = document.createElement("a");
      link.href = "#rule-" + code;
      link.textContent = code;
      codes.append(link, " ");
    }
    row.append(codes);
    return row;
  };

  const data = block ? JSON.parse(block.textContent) : null;
  const rows = data ? [] : [...body.rows];
  const texts = data
    ? data.map((person) => folded(person[0] + "\n" + person[2]))
    : rows.map((row) => folded(row.cells[0].textContent + "\n" + (grouped ? row.cells[1].textContent : "")));

  const search = () => {
    const words = folded(box.value).split(/\s+/).filter(Boolean);
    const found = [];
    texts.forEach((text, place) => { if (words.every((word) => text.includes(word))) found.push(place); });
    const shown = data ? found.slice(0, most) : found;
    if (data) {
      body.replaceChildren(...shown.map((place) => rowOf(data[place])));
    } else {
      const kept = new Set(found);
      rows.forEach((row, place) => { row.hidden = !kept.has(place); });
    }
    for (const count of counts) count.textContent = shown.length.toLocaleString("en-US");
  };
  box.disabled = false;
  box.addEventListener("input", search);
  if (box.value) search();
})();
