// The field of a provision offers the places of the act that was chosen beside it.
// Without this script the place is typed in words, which the server reads as well.
(() => {
  const FIELD = /^(effects-\d+)-provision$/;
  const { address } = document.currentScript.dataset;
  const known = new Map();

  const placesOf = (act) => {
    if (!known.has(act)) {
      known.set(act, fetch(address.replace("/0/", `/${act}/`)).then((answer) => (answer.ok ? answer.json() : { places: [] }))
        .catch(() => { known.delete(act); return { places: [] }; }));
    }
    return known.get(act);
  };

  const offer = async (field, prefix) => {
    const target = field.form.elements[`${prefix}-target`];
    if (!target || !target.value || field.dataset.placesOf === target.value) return;
    const act = target.value;
    field.dataset.placesOf = act;
    const { places } = await placesOf(act);
    if (field.dataset.placesOf !== act) return;
    const id = `${field.id}-places`;
    const list = document.getElementById(id) || document.createElement("datalist");
    list.id = id;
    list.replaceChildren(...places.map(({ place, heading }) => {
      const option = document.createElement("option");
      option.value = place;
      option.label = heading;
      option.textContent = heading;
      return option;
    }));
    field.after(list);
    field.setAttribute("list", id);
    field.setAttribute("autocomplete", "off");
  };

  document.addEventListener("focusin", ({ target }) => {
    const found = target instanceof HTMLInputElement && FIELD.exec(target.name);
    if (found) offer(target, found[1]);
  });
})();
