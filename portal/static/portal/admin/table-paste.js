// A table pasted from Word, Excel or a page: into a table block it fills the cells from
// where it was pasted, which grow as needed; in a paragraph its words stay apart, and a
// note says where a table belongs. Whatever is no table is left to the browser.
(() => {
  const NOTE = document.currentScript.dataset.note;
  const TABLE = ".typed-table-block";
  const again = new WeakSet();

  const words = (cell) => cell.textContent.replace(/\s+/g, " ").trim();

  const rowsOf = (html) =>
    [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("table tr")]
      .map((row) => [...row.cells].map(words))
      .filter((row) => row.length);

  const linesOf = (text) =>
    text.replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));

  // Rows of cells; nothing where there are no two columns or no two rows of a table.
  const gridOf = (data) => {
    const html = rowsOf(data.getData("text/html"));
    const rows = html.length ? html : linesOf(data.getData("text/plain"));
    const isTable = rows.some((row) => row.length > 1) || html.length > 1;
    return isTable ? rows : null;
  };

  const headings = (table) => [...table.querySelectorAll("thead .column-heading")];
  const lines = (table) => [...table.querySelector("tbody").children];
  const fieldOf = (cell) => cell && cell.querySelector("input[type=text], textarea:not([hidden])");
  const isRich = (cell) => Boolean(cell && cell.querySelector("[data-draftail-input], .Draftail-Editor"));

  const write = (field, value) => {
    field.value = value;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  };

  const grow = (table, rows, columns) => {
    while (headings(table).length < columns) {
      table.querySelector("[data-append-column]").click();
      table.querySelector(".add-column-menu button").click();
    }
    while (lines(table).length < rows) table.querySelector("[data-add-row]").click();
  };

  const fill = (table, grid, top, left) => {
    const widest = Math.max(...grid.map((row) => row.length));
    const hasHead = top < 0;
    grow(table, top + grid.length, left + widest);
    grid.forEach((row, down) => {
      row.forEach((value, across) => {
        const isHead = hasHead && down === 0;
        const line = isHead ? null : lines(table)[top + down];
        const field = isHead ? headings(table)[left + across] : fieldOf(line.children[left + across + 1]);
        if (field) write(field, value);
      });
    });
  };

  // Row and column of a field; the row of headings is before the first.
  const placeOf = (table, field) => {
    const heading = headings(table).indexOf(field);
    if (heading >= 0) return [-1, heading];
    const cell = field.closest("tbody > tr > td");
    if (cell) return [lines(table).indexOf(cell.parentElement), cell.cellIndex - 1];
    return headings(table).length ? null : [-1, 0];
  };

  const intoTable = (event, table) => {
    const place = placeOf(table, event.target);
    const grid = place && gridOf(event.clipboardData);
    if (!grid || lines(table).some((line) => [...line.children].some(isRich))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    fill(table, grid, ...place);
  };

  const say = (editor) => {
    const place = editor.closest("[data-field]") || editor.parentElement;
    const note = place.querySelector(".table-paste-note") || document.createElement("p");
    note.className = "table-paste-note help-block help-warning";
    note.setAttribute("role", "status");
    place.append(note);
    note.textContent = NOTE;
  };

  const intoParagraph = (event, editor) => {
    const page = new DOMParser().parseFromString(event.clipboardData.getData("text/html"), "text/html");
    const rows = [...page.querySelectorAll("tr")].filter((row) => row.cells.length > 1);
    if (!rows.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const table of page.querySelectorAll("table")) {
      const paragraphs = [...table.rows].map((row) => {
        const paragraph = page.createElement("p");
        paragraph.textContent = [...row.cells].map(words).join(" ");
        return paragraph;
      });
      table.replaceWith(...paragraphs);
    }
    const data = new DataTransfer();
    data.setData("text/html", page.body.innerHTML);
    data.setData("text/plain", event.clipboardData.getData("text/plain"));
    const apart = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    again.add(apart);
    event.target.dispatchEvent(apart);
    say(editor);
  };

  document.addEventListener(
    "paste",
    (event) => {
      if (again.has(event) || !event.clipboardData || !(event.target instanceof Element)) return;
      const editor = event.target.closest(".Draftail-Editor");
      const table = event.target.closest(TABLE);
      if (editor) intoParagraph(event, editor);
      else if (table) intoTable(event, table);
    },
    true,
  );
})();
