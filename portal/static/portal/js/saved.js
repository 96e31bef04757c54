// The list of what this device keeps, and what is said of a page it does not keep.

const UNDO_FOR = 8000;
const TICKS = "steps:";

const sizeOf = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

const ticksOf = (one) => {
  try {
    return JSON.parse(localStorage.getItem(TICKS + one.url))?.done.length ?? 0;
  } catch {
    return 0;
  }
};

const rowOf = (one, house, { isOld, fill, dayOf }) => {
  const row = document.getElementById("saved-row").content.firstElementChild.cloneNode(true);
  const part = (name) => row.querySelector(`[data-part=${name}]`);
  const kind = document.getElementById(`kind-${one.kind}`).content.cloneNode(true);
  row.prepend(kind.querySelector("svg"));
  part("kind").textContent = kind.textContent.trim();
  const link = part("title");
  link.textContent = one.title;
  row.dataset.url = one.url;
  if (!one.gone) link.href = one.url;
  if (one.note) part("note").textContent = one.note;
  else part("note").remove();
  if (one.status && !one.gone) {
    const chip = document.getElementById(`sign-${isOld(one) ? "chk" : one.sign}`).content.cloneNode(true);
    if (!isOld(one)) chip.querySelector("svg + span").textContent = one.status;
    part("status").prepend(chip, " ");
    part("day").textContent = fill(part("day").textContent, one.at);
  } else part("status").remove();
  const facts = [house.dataset.on.replace("%s", dayOf(one.at)), sizeOf(one.size ?? 0)];
  const done = one.kind === "guide" && ticksOf(one);
  if (done) facts.push(house.dataset.ticked.replace("%s", done));
  const words = one.gone ? [house.dataset.gone] : facts;
  part("facts").append(...words.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
  part("news").hidden = !one.news;
  part("old").hidden = one.gone || !isOld(one);
  return row;
};

/** Fill the list in; the same page answers for one that is not kept. */
export const showList = async (house, store) => {
  const { PAGES, LIST, MOST, entries, drop, prune, leave, leaveIfEmpty, say } = store;
  const isList = location.pathname === LIST;
  const missing = document.querySelector("[data-missing]");
  for (const part of document.querySelectorAll("[data-listing]")) part.hidden = !isList;
  missing.hidden = isList;
  if (!isList) {
    let path = location.pathname + location.search;
    try {
      path = decodeURI(path);
    } catch {
      // Shown as it was asked for.
    }
    missing.querySelector("[data-path]").textContent = path;
    document.title = missing.querySelector("h1").textContent;
    for (const again of document.querySelectorAll("[data-again]")) again.onclick = () => location.reload();
    for (const back of document.querySelectorAll("[data-back]")) back.onclick = () => history.back();
  }
  const line = document.querySelector("[data-no-network]");
  const network = () => (line.hidden = isList && navigator.onLine);
  addEventListener("online", network);
  addEventListener("offline", network);
  network();

  const paint = async () => {
    const all = await entries();
    const readable = isList ? all : all.filter((one) => !one.gone);
    house.replaceChildren(...readable.map((one) => rowOf(one, house, store)));
    const total = all.reduce((sum, one) => sum + (one.size ?? 0), 0);
    for (const part of document.querySelectorAll("[data-some]")) part.hidden = !readable.length;
    for (const part of document.querySelectorAll("[data-none]")) part.hidden = Boolean(readable.length);
    const used = document.querySelector("[data-used]");
    used.textContent = used.dataset.used.replace("%s", sizeOf(total)).replace("%m", sizeOf(MOST));
    document.querySelector("meter").value = total / MOST;
  };
  let undoing;
  const endUndo = async () => {
    clearTimeout(undoing?.timer);
    undoing?.row.remove();
    undoing = undefined;
    await prune();
    await leaveIfEmpty();
  };
  const remove = async (row, url) => {
    if (undoing) await endUndo();
    const held = await drop(url);
    const undo = document.getElementById("saved-undo").content.firstElementChild.cloneNode(true);
    row.replaceWith(undo);
    const again = undo.querySelector("button");
    again.onclick = async () => {
      clearTimeout(undoing.timer);
      undoing = undefined;
      await (await caches.open(PAGES)).put(url, held);
      await paint();
      house.querySelector(`a[href="${CSS.escape(url)}"]`)?.focus();
    };
    again.focus();
    undoing = { row: undo, timer: setTimeout(() => endUndo().then(paint), UNDO_FOR) };
  };
  house.addEventListener("click", ({ target }) => {
    const row = target.closest("li");
    if (target.closest("[data-drop]")) remove(row, row.dataset.url);
  });
  document.querySelector("[data-drop-all]").onclick = async () => {
    clearTimeout(undoing?.timer);
    undoing = undefined;
    await leave();
    try {
      for (const name of Object.keys(localStorage)) if (name.startsWith(TICKS)) localStorage.removeItem(name);
    } catch {
      // Storage may be forbidden: then nothing is in it.
    }
    await paint();
    say("droppedAll");
  };
  await paint();
  return paint;
};

