// What the page does better with a script; without one it all still reads.

const root = document.documentElement;
const status = document.querySelector(".say");

const keep = (name, value) => {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage may be forbidden: the choice then lasts for this page.
  }
};

const SHOWN_FOR = 6000;
let clearing;

/** Show one of the page's messages, and have it announced; it goes unless it `stays`. */
const say = (message, { value = "", stays = false } = {}) => {
  clearTimeout(clearing);
  status.textContent = status.dataset[message].replace("%s", value);
  if (!stays) clearing = setTimeout(() => (status.textContent = ""), SHOWN_FOR);
};

const press = (tool, on) => {
  for (const button of document.querySelectorAll(`[data-tool=${tool}]`)) {
    button.setAttribute("aria-pressed", String(on));
  }
};

// --- Text size: five steps, the second is the page's own -------------------------

const NORMAL = 2;
const sizeNow = () => Number(root.dataset.size ?? NORMAL);

const showSize = () => {
  const size = sizeNow();
  press("smaller", size < NORMAL);
  press("normal", size === NORMAL);
  press("bigger", size > NORMAL);
  for (const [tool, end] of [["smaller", 1], ["bigger", 5]]) {
    for (const button of document.querySelectorAll(`[data-tool=${tool}]`)) {
      button.setAttribute("aria-disabled", String(size === end));
    }
  }
};

const setSize = (size) => {
  const step = Math.min(5, Math.max(1, size));
  if (step === NORMAL) delete root.dataset.size;
  else root.dataset.size = step;
  keep("size", step === NORMAL ? null : String(step));
  showSize();
  say("size", { value: step });
};

// --- Night mode: the system's choice until the reader makes another ---------------

const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : system.matches;

const showTheme = () => press("night", isDark());

const toggleNight = () => {
  const wanted = isDark() ? "light" : "dark";
  if ((wanted === "dark") === system.matches) {
    delete root.dataset.theme;
    keep("theme", null);
  } else {
    root.dataset.theme = wanted;
    keep("theme", wanted);
  }
  showTheme();
  say(wanted === "dark" ? "night" : "day");
};

system.addEventListener("change", showTheme);

// --- Reading aloud ----------------------------------------------------------------

const TYPES = {
  L: "Luật", NQ: "Nghị quyết", NĐ: "Nghị định", QĐ: "Quyết định", TT: "Thông tư",
  CT: "Chỉ thị", HD: "Hướng dẫn", KH: "Kế hoạch", TB: "Thông báo", BC: "Báo cáo",
  TTr: "Tờ trình", VBHN: "Văn bản hợp nhất",
};
const ISSUERS = {
  QH: "Quốc hội", CP: "Chính phủ", TTg: "Thủ tướng Chính phủ",
  HĐND: "Hội đồng nhân dân", UBND: "Ủy ban nhân dân",
  SKHCN: "Sở Khoa học và Công nghệ", BKHCN: "Bộ Khoa học và Công nghệ",
};
const SHORT = {
  UBND: ISSUERS.UBND, HĐND: ISSUERS.HĐND, "KH&CN": "Khoa học và Công nghệ",
  KHCN: "Khoa học và Công nghệ", THPT: "trung học phổ thông",
  THCS: "trung học cơ sở", QR: "quy e-rờ",
};
const DASH = "[-\u2010-\u2015\u2212]";
const CODE = "[A-ZĐƯ][A-Za-zĐđƯư&]*";
const NUMBER_OF_ACT = new RegExp(
  "(?:[Ss]ố\\s+)?(?<![\\p{L}\\d/.,])(?<n>\\d{1,5})(?:/(?<year>\\d{4}))?[/-]" +
    `(?<codes>${CODE}(?:${DASH}${CODE})*)(?<term>\\d*)(?![\\p{L}\\d/])`,
  "gu",
);
const DATE = new RegExp(
  `(?<ngay>ngày\\s+)?(?<![\\d/])(?:(?<from>\\d{1,2})\\s?${DASH}\\s?)?` +
    "(?<d>\\d{1,2})/(?<m>\\d{1,2})(?:/(?<y>\\d{4}))?(?![\\d/])",
  "giu",
);
const ABBREVIATION = new RegExp(
  `(?<![\\p{L}\\d])(${Object.keys(SHORT).join("|")})(?![\\p{L}\\d])`,
  "gu",
);

const spokenMonth = (month) => (Number(month) === 4 ? "tư" : Number(month));

const spokenAct = (...found) => {
  const [offset, text, { n, year, codes, term }] = found.slice(-3);
  const before = text.slice(0, offset).trimEnd().toLowerCase();
  const [first, ...rest] = codes.split(new RegExp(DASH, "u"));
  const type = TYPES[first];
  const owners = (type ? rest : [first, ...rest]).map((code) => ISSUERS[code] ?? code);
  const named = type && before.endsWith(type.toLowerCase());
  return (
    (type && !named ? `${type} ` : "") +
    `số ${Number(n)}` +
    (year ? ` năm ${year}` : "") +
    (owners.length ? ` của ${owners.join(" và ")}` : "") +
    (term ? ` khóa ${term}` : "")
  );
};

const spokenDate = (...found) => {
  const { ngay = "ngày ", from, d, m, y } = found.at(-1);
  const first = from ? `${Number(from)} đến ` : "";
  return `${ngay}${first}${Number(d)} tháng ${spokenMonth(m)}${y ? ` năm ${y}` : ""}`;
};

/** The words a reader says where the text has numbers of acts, dates and initials. */
export const spoken = (text) =>
  text
    .normalize("NFC")
    .replace(NUMBER_OF_ACT, spokenAct)
    .replace(DATE, spokenDate)
    .replace(ABBREVIATION, (word) => SHORT[word])
    .replace(/(\d)\s?%/g, "$1 phần trăm");

const BLOCKS = "h1,h2,h3,h4,p,li,figcaption,caption,th,td,dt,dd";
const SILENT = ".vh,.sample,.chip,[aria-hidden=true],[hidden],script";

/** The text nodes of a block that are its own and meant to be heard. */
const textNodes = (block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node.parentElement.closest(BLOCKS) === block &&
      !node.parentElement.closest(SILENT) &&
      node.parentElement.checkVisibility?.() !== false
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
  });
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};

const split = (text) => {
  if (Intl.Segmenter) {
    const segments = new Intl.Segmenter("vi", { granularity: "sentence" }).segment(text);
    return [...segments].map(({ segment, index }) => [index, segment]);
  }
  return [...text.matchAll(/[^.!?…]+[.!?…]*\s*/g)].map((m) => [m.index, m[0]]);
};

const rangeOf = (nodes, start, end) => {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (start >= before && start < after) range.setStart(node, start - before);
    if (end > before && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  return range;
};

/** Every sentence of the page's content with the place it stands in. */
const sentences = () => {
  const found = [];
  for (const area of document.querySelectorAll("[data-read]")) {
    const blocks = [area, ...area.querySelectorAll("*")].filter((e) => e.matches(BLOCKS));
    for (const block of blocks) {
      const nodes = textNodes(block);
      const text = nodes.map((node) => node.data).join("");
      for (const [start, sentence] of split(text)) {
        const end = start + sentence.trimEnd().length;
        if (/[\p{L}\d]/u.test(sentence)) {
          found.push({ block, text: sentence.trim(), range: rangeOf(nodes, start, end) });
        }
      }
    }
  }
  return found;
};

const vietnameseVoice = () => {
  const voices = speechSynthesis.getVoices();
  return voices.find((v) => /^vi\b/i.test(v.lang.replace("_", "-")));
};

/** The list of voices is empty until the browser has fetched it. */
const findVoice = () =>
  new Promise((resolve) => {
    const voice = vietnameseVoice();
    if (voice || speechSynthesis.getVoices().length) {
      resolve(voice);
      return;
    }
    const answer = () => resolve(vietnameseVoice());
    speechSynthesis.addEventListener("voiceschanged", answer, { once: true });
    setTimeout(answer, 1500);
  });

const calm = matchMedia("(prefers-reduced-motion: reduce)");
let reading = null; // a new object for each reading: late events of an old one are told apart

const highlight = (sentence) => {
  if (window.CSS?.highlights && window.Highlight) {
    CSS.highlights.delete("spoken");
    if (sentence) CSS.highlights.set("spoken", new Highlight(sentence.range));
  } else {
    document.querySelector(".spoken")?.classList.remove("spoken");
    sentence?.block.classList.add("spoken");
  }
  if (!sentence) return;
  const box = sentence.range.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) {
    const behavior = calm.matches ? "auto" : "smooth";
    sentence.block.scrollIntoView({ block: "center", behavior });
  }
};

const showReading = (on) => {
  root.classList.toggle("is-speaking", on);
  press("speak", on);
};

const stopReading = (message) => {
  if (!reading) return;
  reading = null;
  speechSynthesis.cancel();
  highlight(null);
  showReading(false);
  say(message);
};

const startReading = async () => {
  const mine = (reading = {});
  showReading(true);
  const voice = await findVoice();
  if (reading !== mine) return;
  if (!voice) {
    stopReading("noVoice");
    return;
  }
  say("reading", { stays: true });
  speechSynthesis.cancel();
  const queue = sentences();
  const next = () => {
    if (reading !== mine) return;
    const sentence = queue.shift();
    if (!sentence) {
      stopReading("done");
      return;
    }
    const words = new SpeechSynthesisUtterance(spoken(sentence.text));
    words.voice = voice;
    words.lang = voice.lang;
    words.onstart = () => reading === mine && highlight(sentence);
    words.onend = next;
    words.onerror = () => reading === mine && stopReading("failed");
    mine.words = words; // some browsers drop an utterance nobody holds
    speechSynthesis.speak(words);
  };
  next();
};

// --- An act: citing a provision, and addresses of provisions that are not there ----

const law = document.querySelector(".law-text[data-cite]");

/** khoản 2 Điều 5 Quyết định số …: and the address, without which it is hard to find. */
const citation = (link) => {
  const { cite, part, attached } = law.dataset;
  const inside = part && link.hash.startsWith(`#${part}--`);
  const name = [link.textContent, inside ? attached : "", cite].filter(Boolean).join(" ");
  return `${name[0].toUpperCase()}${name.slice(1)}: ${link.href}`;
};

/** The link stays a way to the provision where a browser forbids copying. */
const copyCitation = async (event, link) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const words = citation(link);
  try {
    await navigator.clipboard.writeText(words);
    say("copied", { value: words });
  } catch {
    location.hash = link.hash;
    say("notCopied");
  }
};

const showLost = () => {
  const note = document.querySelector("[data-lost]");
  if (!note) return;
  let wanted = location.hash.slice(1);
  try {
    wanted = decodeURIComponent(wanted);
  } catch {
    // A broken address is looked for as it is.
  }
  note.hidden = !wanted || Boolean(document.getElementById(wanted));
  if (!note.hidden) note.scrollIntoView({ block: "center" });
};

if (law) {
  for (const link of law.querySelectorAll(".pilcrow")) {
    const label = law.dataset.copy.replace("%s", link.textContent);
    link.setAttribute("role", "button");
    link.setAttribute("aria-label", label);
    link.title = label;
  }
  addEventListener("hashchange", showLost);
  showLost();
}

// --- A text meant to be passed on ---------------------------------------------------

/** It stays selectable where a browser forbids copying. */
const copyText = async (button) => {
  const source = document.getElementById(button.dataset.from);
  try {
    await navigator.clipboard.writeText(source.textContent);
    say("copiedText");
  } catch {
    source.hidden = false;
    getSelection().selectAllChildren(source);
    say("selectedText");
  }
};

/** The phone's own way of passing a text on; the button is there only where it is. */
const shareText = async (button) => {
  const text = document.getElementById(button.dataset.from).textContent;
  try {
    await navigator.share({ text });
  } catch {
    // Whoever closes the sheet has changed their mind: nothing to say.
  }
};
if (navigator.share) {
  for (const button of document.querySelectorAll("[data-tool=share]")) button.hidden = false;
}

// --- Kept for reading without a network: its script comes for those who keep something

let keeping;
const keeper = () =>
  (keeping ??= import(status.dataset.keeper).then((script) => script.start(say)));

if (root.classList.contains("can-keep") && status.dataset.keeper) {
  if (document.querySelector("[data-saved]") || root.dataset.kept) keeper();
  else navigator.serviceWorker.getRegistration().then((mine) => mine && keeper());
}

// --- Sending: what was written stays in its fields where there is no network ---------

const REACHED_WITHIN = 8000;
const reached = new WeakSet();
let isUnsent = false;

const keepUnsent = () => {
  isUnsent = true;
  say("notSent", { stays: true });
};

/** A browser takes itself for connected where nothing arrives, and would show a page of
    its own in the form's place: the portal is asked before a long form is sent. */
const sendIfReached = async (form, button) => {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const signal = AbortSignal.timeout?.(REACHED_WITHIN);
    await fetch(form.dataset.reach, { cache: "no-store", credentials: "omit", signal });
    reached.add(form);
  } catch {
    keepUnsent();
  }
  form.ariaBusy = null;
  if (reached.has(form)) form.requestSubmit(button);
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!navigator.onLine) {
    event.preventDefault();
    keepUnsent();
  } else if (form.dataset.reach && form.requestSubmit && !reached.delete(form)) {
    event.preventDefault();
    sendIfReached(form, event.submitter);
  }
});
addEventListener("online", () => {
  if (isUnsent) say("connected", { stays: true });
});

// --- One listener for all buttons -------------------------------------------------

const tools = {
  smaller: () => setSize(sizeNow() - 1),
  normal: () => setSize(NORMAL),
  bigger: () => setSize(sizeNow() + 1),
  night: toggleNight,
  print: () => window.print(),
  copy: copyText,
  share: shareText,
  speak: () => (reading ? stopReading("stopped") : startReading()),
  keep: async () => (await keeper()).keep(),
  unkeep: async () => (await keeper()).unkeep(),
};
const menus = [...document.querySelectorAll(".menu")];

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tool]");
  if (button) tools[button.dataset.tool](button);
  const pilcrow = event.target.closest(".law-text .pilcrow");
  if (pilcrow) copyCitation(event, pilcrow);
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches?.(".pilcrow[role=button]")) {
    event.preventDefault();
    event.target.click();
  }
  if (event.key !== "Escape") return;
  stopReading("stopped");
  for (const menu of menus.filter((one) => one.open)) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

addEventListener("pagehide", () => stopReading("stopped"));
showSize();
showTheme();

// --- Search: its script comes when somebody is about to type or tick ---------------

const searchScript = document.querySelector("[data-script]")?.dataset.script;
let searching;

const onFirst = (kind, inside) =>
  document.addEventListener(kind, ({ target }) => {
    if (!searchScript || searching || !target.closest(inside)) return;
    searching = import(searchScript);
    // What was typed or ticked meanwhile counts.
    searching.then(() => {
      if (kind === "change" || target.value) {
        const again = kind === "change" ? "change" : "input";
        target.dispatchEvent(new Event(again, { bubbles: true }));
      }
    });
  });

for (const form of searchScript ? document.querySelectorAll("form[data-suggest]") : []) {
  const box = form.querySelector("input[type=search]");
  box.role = "combobox";
  box.ariaAutoComplete = "list";
  box.ariaExpanded = "false";
  box.setAttribute("aria-controls", form.querySelector("[role=listbox]").id);
}
onFirst("focusin", "form[data-suggest]");
onFirst("change", "form[data-count]");
