/* The organiser's desk: every screen works without this; it saves presses. */
document.documentElement.classList.add("has-desk-js");

/* A choice is sent when it is made. */
for (const choice of document.querySelectorAll("[data-desk-send]")) {
  choice.addEventListener("change", () => choice.value && choice.form.requestSubmit());
}

/* The words to read, as they stand, for another program. */
for (const button of document.querySelectorAll("[data-desk-copy]")) {
  button.addEventListener("click", async () => {
    const words = document.getElementById(button.dataset.deskCopy);
    try {
      await navigator.clipboard.writeText((words.value ?? words.textContent).trim());
      button.classList.add("is-done");
      button.textContent = button.dataset.done;
    } catch {
      // No permission: what is selected is copied as always.
      if (words.select) words.select();
      else getSelection().selectAllChildren(words);
    }
  });
}

/* Links differ in their ends. */
for (const field of document.querySelectorAll(".desk-link input")) {
  field.scrollLeft = field.scrollWidth;
}

for (const button of document.querySelectorAll("[data-desk-print]")) {
  button.addEventListener("click", () => print());
}

/* On a telephone the words are folded, so that the first number is in reach. */
if (matchMedia("(max-width: 50em)").matches) {
  document.querySelector(".desk-calls__script")?.removeAttribute("open");
}

/* What follows from the ticks, said while they are made. Each answer is asked of the
   server, which alone knows what somebody will see; an older answer never wins. */
for (const form of document.querySelectorAll("[data-desk-live]")) {
  let last = 0;
  form.addEventListener("change", async (event) => {
    if (!event.target.name) return;
    const mine = ++last;
    const data = new FormData(form);
    data.set("look", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("[data-desk-result]");
      if (mine !== last || !answer.ok || !found) return;
      const shown = form.querySelector("[data-desk-result]");
      shown.replaceChildren(...found.childNodes);
      shown.parentElement.className = found.parentElement.className;
    } catch {
      /* Without the network the ticks stay, and saving says what is wrong. */
    }
  });
}

const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

/* Lines whose words are typed, accents aside; one that is ticked stays in sight. */
for (const field of document.querySelectorAll("[data-desk-filter]")) {
  const lines = document.getElementById(field.dataset.deskFilter).querySelectorAll("label");
  field.addEventListener("input", () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    for (const line of lines) {
      const text = fold(line.textContent);
      const fits = words.every((word) => text.includes(word));
      line.hidden = !fits && !line.querySelector("input").checked;
    }
  });
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
}

/* The places chosen, each with its way out. */
for (const list of document.querySelectorAll("[data-desk-chosen]")) {
  const places = document.getElementById(list.dataset.deskChosen);
  const show = () => {
    const chosen = [...places.querySelectorAll("input:checked")].map((box) => {
      const name = box.closest("label").textContent.trim();
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${name} ×`;
      button.setAttribute("aria-label", `${list.dataset.drop}: ${name}`);
      button.addEventListener("click", () => box.click());
      const item = document.createElement("li");
      item.append(button);
      return item;
    });
    list.replaceChildren(...chosen);
  };
  places.addEventListener("change", show);
  show();
}
