// Under the number of an act: the type and the issuers it names, each to be taken with
// one press. What somebody has chosen stays. Without this script all is chosen by hand.
(() => {
  const { address, offers, taken } = document.currentScript.dataset;
  // A number is asked about when the typing rests.
  const REST = 500;
  const JOINT = "joint_issuers";

  const make = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const valueOf = (id) => document.getElementById(id)?.value ?? "";
  const choose = (id, row) => {
    document.getElementById(`${id}-chooser`)?.widget?.setStateFromModalData(row);
  };
  const jointFields = () => [...document.querySelectorAll(`input[name^="${JOINT}-"][name$="-issuer"]`)]
    .filter(({ id }) => valueOf(id.replace(/issuer$/, "DELETE")) !== "1");

  const addJoint = (row) => {
    if (jointFields().some(({ value }) => value === String(row.id))) return;
    const isEmpty = ({ value }) => !value;
    if (!jointFields().some(isEmpty)) document.getElementById(`id_${JOINT}-ADD`).click();
    const field = jointFields().find(isEmpty);
    if (field) choose(field.id, row);
  };

  const take = ({ type, issuer, joint }) => {
    if (type && !valueOf("id_type")) choose("id_type", type);
    if (issuer && !valueOf("id_issuer")) choose("id_issuer", issuer);
    joint.forEach(addJoint);
  };

  const start = () => {
    const field = document.getElementById("id_symbol");
    const below = field?.closest("[data-field-wrapper]");
    if (!below || !document.getElementById(`id_${JOINT}-FORMS`)) return;
    const said = make("div", { role: "status" });
    const list = make("div", { class: "symbol-proposals__offers", role: "group", "aria-label": offers });
    list.hidden = true;
    below.append(make("div", { class: "symbol-proposals" }, said, list));

    let asked = "";
    let last = 0;
    let timer;
    const show = (lines, proposals) => {
      said.replaceChildren(...lines.map((line) => make("p", {}, line)));
      list.hidden = !proposals.length;
      list.replaceChildren(...proposals.map((proposal) => {
        const button = make("button", { type: "button", class: "button button-small button-secondary" }, proposal.label);
        button.addEventListener("click", () => accept(proposal));
        return button;
      }));
    };
    const ask = async ({ confirmed = "", force = false } = {}) => {
      const query = new URLSearchParams({ so: field.value, loai: valueOf("id_type"), "co-quan": valueOf("id_issuer") });
      for (const { value } of jointFields()) if (value) query.append("cung", value);
      if (!force && query.toString() === asked) return;
      asked = query.toString();
      const mine = ++last;
      let found = { said: "", notes: [], proposals: [] };
      try {
        const answer = await fetch(`${address}?${query}`, { headers: { "X-Requested-With": "XMLHttpRequest" } });
        if (answer.ok) found = await answer.json();
      } catch {
        // Without the network it is chosen by hand, and asked about once more.
        asked = "";
      }
      if (mine !== last) return;
      show([confirmed, found.said, ...found.notes].filter(Boolean), found.proposals);
    };
    const accept = async (proposal) => {
      take(proposal);
      await ask({ confirmed: `${taken} ${proposal.label}`, force: true });
      (list.querySelector("button") ?? field).focus();
    };
    const askSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, REST);
    };
    field.addEventListener("input", askSoon);
    field.form.addEventListener("change", ({ target }) => {
      if (["id_type", "id_issuer"].includes(target.id) || target.name?.startsWith(`${JOINT}-`)) askSoon();
    });
    if (field.value) ask();
  };

  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
