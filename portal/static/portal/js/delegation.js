// More rows to fill in without a trip to the server; without a script it makes them.

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
