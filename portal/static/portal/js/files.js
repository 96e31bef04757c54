// A file that is too large is not chosen at all: nobody sends 30 MB to be refused.

const say = (field, text) => {
  const place = field.closest("[data-file-place], .field, .w-field");
  place?.querySelector("[data-file-error]")?.remove();
  place?.classList.toggle("field-error", Boolean(text));
  if (!text) return;
  const told = document.createElement("p");
  told.className = "error error-message";
  told.dataset.fileError = "";
  told.setAttribute("role", "alert");
  told.textContent = text;
  (field.closest("[data-file-line]") ?? field).before(told);
};

document.addEventListener("change", ({ target }) => {
  const most = Number(target.dataset.mostBytes);
  if (!most) return;
  const size = target.files[0]?.size ?? 0;
  const shown = (size / 2 ** 20).toLocaleString("vi", { maximumFractionDigits: 1 });
  say(target, size > most ? target.dataset.tooLarge.replace("%s", shown) : "");
  if (size > most) target.value = "";
});
