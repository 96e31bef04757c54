// A question while it is written: what was answered already, and how much room is left.

const QUIET = 400;
const FEWEST_WORDS = 3;

const form = document.querySelector("form[data-ask]");
if (form) {
  const box = form.querySelector("textarea");
  const near = form.querySelector(".ask-near");
  const list = near.appendChild(document.createElement("ul"));
  const told = form.querySelector("[data-near]");
  const left = form.querySelector(".ask-left");
  const most = Number(left.dataset.most);
  let waiting;
  let asked;

  const row = ({ title, short_answer: words, url }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const text = document.createElement("p");
    link.href = url;
    // What is written so far stays in this window.
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = title;
    text.textContent = words;
    item.append(link, text);
    return item;
  };

  const show = ({ answers }) => {
    list.replaceChildren(...answers.map(row));
    near.hidden = !answers.length;
    told.textContent = answers.length ? told.dataset.near.replace("%s", answers.length) : "";
    if (answers.length) form.elements.seen.value = "1";
  };

  const ask = async () => {
    asked?.abort();
    const words = box.value.trim();
    if (words.split(/\s+/).length < FEWEST_WORDS) return show({ answers: [] });
    asked = new AbortController();
    const url = new URL(form.dataset.ask, location);
    // Only the beginning: an address is not for a whole letter.
    url.searchParams.set("q", words.slice(0, 300));
    try {
      const answer = await fetch(url, { signal: asked.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // Typed on, or offline.
    }
  };

  const count = () => {
    const rest = most - box.value.length;
    left.hidden = !box.value.length;
    left.classList.toggle("is-over", rest < 0);
    const words = rest < 0 ? left.dataset.over : left.dataset.left;
    left.textContent = words.replace("%s", Math.abs(rest).toLocaleString("vi"));
  };

  box.addEventListener("input", () => {
    count();
    clearTimeout(waiting);
    waiting = setTimeout(ask, QUIET);
  });
  count();
}
