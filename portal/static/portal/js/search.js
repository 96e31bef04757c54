// Suggestions under a search box: an ARIA combobox.

const PAUSE = 150;

const withSuggestions = (form) => {
  const box = form.querySelector("input[type=search]");
  const list = form.querySelector("[role=listbox]");
  const told = form.querySelector("[role=status]");
  let waiting;
  let asked;
  let at = -1;

  const options = () => [...list.children];
  const choose = (place) => {
    at = place;
    options().forEach((option, n) => (option.ariaSelected = String(n === at)));
    const chosen = options()[at];
    if (chosen) box.setAttribute("aria-activedescendant", chosen.id);
    else box.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    clearTimeout(waiting);
    asked?.abort();
    list.hidden = true;
    box.ariaExpanded = "false";
    choose(-1);
  };

  const show = ([, titles, kinds, addresses]) => {
    list.replaceChildren(
      ...titles.map((title, n) => {
        const option = document.createElement("li");
        const kind = document.createElement("small");
        kind.textContent = kinds[n];
        option.append(title, " ", kind);
        option.id = `${list.id}-${n}`;
        option.role = "option";
        option.dataset.url = addresses[n];
        return option;
      }),
    );
    list.hidden = !titles.length;
    box.ariaExpanded = String(!list.hidden);
    told.textContent = titles[0] ? told.dataset.found.replace("%s", titles.length) : "";
    choose(-1);
  };

  const ask = async () => {
    const query = box.value.trim();
    if (query.length < 2) return close();
    asked?.abort();
    asked = new AbortController();
    const url = new URL(form.dataset.suggest, location);
    url.searchParams.set("q", query);
    try {
      const answer = await fetch(url, { signal: asked.signal });
      if (answer.ok && document.activeElement === box) show(await answer.json());
    } catch {
      // Typed on, or offline.
    }
  };

  const keys = {
    ArrowDown: () => choose((at + 2) % (options().length + 1) - 1),
    ArrowUp: () => choose((at < 0 ? options().length : at) - 1),
    Escape: close,
    Enter: () => (location = options()[at].dataset.url),
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden || !keys[event.key] || (event.key === "Enter" && at < 0)) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("blur", close);
  // Else the box loses the focus, which closes the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location = option.dataset.url;
  });
};

for (const form of document.querySelectorAll("form[data-suggest]")) withSuggestions(form);

// --- Filters: how many results the ticked boxes would leave ------------------------

const withCount = (form) => {
  const button = form.querySelector("[data-words]");
  let asked;
  form.addEventListener("change", async () => {
    asked?.abort();
    asked = new AbortController();
    const url = new URL(form.dataset.count, location);
    url.search = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(url, { signal: asked.signal });
      if (!answer.ok) return;
      const { count } = await answer.json();
      button.textContent = button.dataset.words.replace("%s", count.toLocaleString("vi"));
    } catch {
      // Ticked on, or offline: the button leads to the results all the same.
    }
  });
};

for (const form of document.querySelectorAll("form[data-count]")) withCount(form);
