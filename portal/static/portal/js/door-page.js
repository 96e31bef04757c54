// Finding and filling places of the door's page; the words stand in its templates.
(() => {
  const all = (name, within = document) => within.querySelectorAll(name);
  const one = (name, within = document) => within.querySelector(name);
  const clock = (at) => new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

  function fill(name, value, within = document) {
    for (const element of all(name, within)) element.textContent = value;
  }

  const wordOf = (result) => one("[data-slot=word]", one(`template[data-result=${result}]`).content).textContent;

  const labelOf = () => one("label[for=ma]").textContent;

  globalThis.door = { ...globalThis.door, page: { all, one, clock, fill, wordOf, labelOf } };
})();
