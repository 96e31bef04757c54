// A press on a placeholder puts it where the cursor was last: in the text or subject.
(() => {
  for (const form of document.querySelectorAll("[data-desk-words]")) {
    const fields = form.querySelectorAll("[name=subject], [name=text]");
    let target = form.querySelector("[name=text]");
    for (const field of fields) {
      field.addEventListener("focus", () => {
        target = field;
      });
    }
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-desk-word]");
      if (!button || !target) return;
      target.setRangeText(
        button.dataset.deskWord,
        target.selectionStart,
        target.selectionEnd,
        "end",
      );
      target.focus();
    });
  }
})();
