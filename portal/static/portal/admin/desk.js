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
      await navigator.clipboard.writeText(words.textContent.trim());
      button.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(words);
    }
  });
}

for (const button of document.querySelectorAll("[data-desk-print]")) {
  button.addEventListener("click", () => print());
}
