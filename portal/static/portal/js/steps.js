// A guide's ticked steps: kept in this browser, sent nowhere.

const box = document.querySelector("[data-steps]");
const KEY = `steps:${location.pathname}`;
const { version, progress, changed } = box.dataset;
const ticks = [...document.querySelectorAll("[data-tick]")];
const told = box.querySelector("[role=status]");
const bar = box.querySelector("progress");
const note = box.querySelector("[data-changed]");

const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept?.done) ? kept : { done: [] };
  } catch {
    return { done: [] }; // forbidden or spoilt: nothing is ticked
  }
};

const write = (done) => {
  try {
    if (done.length) localStorage.setItem(KEY, JSON.stringify({ version, done }));
    else localStorage.removeItem(KEY);
    return localStorage.getItem(KEY) !== null || !done.length;
  } catch {
    return false;
  }
};

const done = () => ticks.filter((tick) => tick.checked).map((tick) => tick.dataset.tick);

const show = () => {
  const count = done().length;
  for (const tick of ticks) tick.closest("li").classList.toggle("is-done", tick.checked);
  bar.value = count;
  told.textContent = progress.replace("%s", count).replace("%n", ticks.length);
  box.querySelector("[data-clear]").hidden = !count;
};

const kept = read();
for (const tick of ticks) {
  tick.checked = kept.done.includes(tick.dataset.tick);
  tick.addEventListener("change", () => {
    box.querySelector("[data-lost]").hidden = write(done());
    note.hidden = true;
    show();
  });
}
if (kept.done.length && kept.version !== version) {
  note.textContent = changed;
  note.hidden = false;
}

box.querySelector("[data-clear]").onclick = () => {
  for (const tick of ticks) tick.checked = false;
  write([]);
  note.hidden = true;
  show();
};
const toggle = box.querySelector("[data-open]");
const steps = [...document.querySelectorAll(".steps details")];
const areOpen = () => steps.every((step) => step.open);
const openAll = (open) => {
  for (const step of steps) step.open = open;
};
const nameToggle = () => {
  toggle.textContent = areOpen() ? toggle.dataset.close : toggle.dataset.open;
};
toggle.onclick = () => openAll(!areOpen());
for (const step of steps) step.addEventListener("toggle", nameToggle);
addEventListener("beforeprint", () => openAll(true));

// Open at first: the first step that is not done, or the one that the address names.
if (kept.done.length && !location.hash) {
  const first = ticks.find((tick) => !tick.checked);
  for (const tick of ticks) tick.closest("details").open = tick === first;
}
nameToggle();
show();
