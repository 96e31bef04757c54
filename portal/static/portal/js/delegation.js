// More rows to fill in without a trip to the server; without a script it makes them.
// Rows of a spreadsheet that are pasted into one field become people, one in each row.

const button = document.querySelector("[data-more]");
const rows = document.querySelector("[data-rows]");
const MOST = 60;

const ATTRIBUTES = ["id", "name", "for", "aria-describedby"];

const addRow = () => {
  const number = rows.children.length;
  const row = rows.lastElementChild.cloneNode(true);
  for (const part of row.querySelectorAll("*")) {
    for (const name of ATTRIBUTES) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, value.replace(/-\d+-/, `-${number}-`));
    }
  }
  for (const field of row.querySelectorAll("input")) field.value = "";
  for (const field of row.querySelectorAll("select")) field.selectedIndex = 0;
  row.querySelector("[data-number]").textContent = number + 1;
  rows.append(row);
  button.hidden = number + 1 >= MOST;
  row.querySelector("input").focus();
};

button?.addEventListener("click", (event) => {
  event.preventDefault();
  addRow();
});

const FIELDS = ["name", "phone", "position", "audience"];
const isPhone = (cell) => cell.replace(/\D/g, "").length >= 9;

// A number in front is the row's; a telephone is known by its digits, a group by its words.
const personOf = (cells, groups) => {
  const [first, ...others] = cells;
  const said = /^\d{1,3}\.?$/.test(first) && others.length ? others : cells;
  const person = {};
  for (const cell of said.filter(Boolean)) {
    const group = groups.find((option) => option.value && option.text.toLowerCase() === cell.toLowerCase());
    if (group && !person.audience) person.audience = group.value;
    else if (isPhone(cell) && !person.phone) person.phone = cell;
    else if (!person.name) person.name = cell;
    else person.position ||= cell;
  }
  return person;
};

const fill = (row, person) => {
  for (const key of FIELDS) {
    const field = row.querySelector(`[name$="-${key}"]`);
    if (field && person[key]) field.value = person[key];
  }
};

const isEmpty = (row) => [...row.querySelectorAll("input")].every((field) => !field.value.trim());

rows?.addEventListener("paste", (event) => {
  const field = event.target;
  const text = event.clipboardData.getData("text/plain").trim();
  if (!field.name?.endsWith("-name") || !/[\n\t]/.test(text)) return;
  event.preventDefault();
  let row = field.closest("fieldset");
  const groups = [...row.querySelector("select").options];
  const people = text.split(/\r?\n/).filter((line) => line.trim());
  for (const [number, line] of people.entries()) {
    // Whoever is filled in already stays; what does not fit a form is sent as a file.
    while (number && row && !isEmpty(row)) row = row.nextElementSibling;
    if (!row && rows.children.length < MOST) {
      addRow();
      row = rows.lastElementChild;
    }
    if (!row) break;
    fill(row, personOf(line.split("\t").map((cell) => cell.trim()), groups));
  }
});
