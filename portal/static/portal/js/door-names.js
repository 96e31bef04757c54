// People by name: asked of the portal, or of what the telephone keeps if that is allowed.
(() => {
  const { one } = globalThis.door.page;

  async function find(query, desk) {
    const found = one("[data-found]");
    const words = query.trim();
    one("[data-no-names]").hidden = true;
    if (words.length < 2) return found.replaceChildren();
    if (desk.online) {
      try {
        const page = await desk.sending.ask(`tim/?buoi=${desk.part}&q=${encodeURIComponent(words)}`);
        const read = new DOMParser().parseFromString(await page.text(), "text/html");
        if (one("[data-query]").value.trim() === words) found.replaceChildren(...one("[data-found]", read).childNodes);
        return undefined;
      } catch {
        desk.lost();
      }
    }
    const names = (await desk.store.snapshot())?.names;
    one("[data-no-names]").hidden = Boolean(names);
    const key = plain(words).split(/\s+/);
    const list = document.createElement("ul");
    list.className = "door-people";
    for (const [folded, name, agency, code, digits] of names || []) {
      if (!key.every((word) => folded.includes(word) || digits === word)) continue;
      const item = document.createElement("li");
      const about = document.createElement("div");
      for (const [tag, said] of [["b", name], ["span", agency], ["span", code]]) {
        about.append(Object.assign(document.createElement(tag), { textContent: said }));
      }
      const button = Object.assign(document.createElement("button"), { type: "button", className: "door-go", textContent: one("[data-found]").dataset.button });
      button.addEventListener("click", () => desk.submit(code));
      item.append(about, button);
      list.append(item);
      if (list.childElementCount >= 30) break;
    }
    found.replaceChildren(list);
    return undefined;
  }

  const plain = (words) => words.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{Mn}/gu, "");

  globalThis.door = { ...globalThis.door, find };
})();
