// A chooser that finds fault with one field draws its form anew, and a server cannot
// fill a file field: whoever forgot a word had to look for the file again. The browser
// still has it, so it is put back, unless the fault is the file itself.
(() => {
  const FIELDS = "[role='dialog'] input[type='file']";
  let chosen = new Map();

  document.addEventListener("change", ({ target }) => {
    if (target.matches(FIELDS)) chosen.set(target.name, target.files);
  });

  const isAtFault = (field) =>
    field.getAttribute("aria-invalid") === "true" ||
    field.closest("[data-field]")?.querySelector(".w-field__errors .error-message");

  const putBack = () => {
    if (!chosen.size) return;
    const fields = [...document.querySelectorAll(FIELDS)];
    // The dialogue has been closed, or has gone on to its next step.
    if (!fields.length) chosen = new Map();
    for (const field of fields) {
      const files = chosen.get(field.name);
      if (!files || !files.length || field.files.length) continue;
      if (isAtFault(field)) chosen.delete(field.name);
      else field.files = files;
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(putBack).observe(document.body, { childList: true, subtree: true });
  });
})();
