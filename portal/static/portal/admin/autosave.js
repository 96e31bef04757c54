// Wagtail keeps what is typed by itself. Whoever presses a button while that is on its
// way would send a new page a second time, and there would be two of it; or an earlier
// text would come in after a published one. So what is pressed waits for its answer.
(() => {
  const LONGEST_WAIT = 20000;
  const forms = new WeakMap();

  const stateOf = (form) => {
    if (!forms.has(form)) forms.set(form, { saves: false, leaves: false, held: null });
    return forms.get(form);
  };

  const send = (form) => {
    const state = stateOf(form);
    if (!state.held) return;
    const { button, timer } = state.held;
    clearTimeout(timer);
    state.held = null;
    state.saves = false;
    // A button that turns while it works is disabled, and would then not say its name.
    const isDisabled = button !== null && button.disabled;
    if (isDisabled) button.disabled = false;
    form.requestSubmit(button);
    if (isDisabled) button.disabled = true;
  };

  document.addEventListener("w-autosave:save", (event) => {
    const state = stateOf(event.target);
    // What would be kept now is in what was pressed.
    if (state.leaves || state.held) event.preventDefault();
    // Of what somebody else held back there is no answer to wait for.
    else if (!event.defaultPrevented) state.saves = true;
  });

  for (const end of ["success", "error"]) {
    document.addEventListener(`w-autosave:${end}`, ({ target }) => {
      stateOf(target).saves = false;
      send(target);
    });
  }

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!form.matches("[data-controller~='w-autosave']")) return;
      const state = stateOf(form);
      if (!state.saves) {
        state.leaves = true;
        setTimeout(() => {
          state.leaves = !event.defaultPrevented;
        });
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (state.held) clearTimeout(state.held.timer);
      const timer = setTimeout(send, LONGEST_WAIT, form);
      state.held = { button: event.submitter, timer };
    },
    true,
  );
  // Back from the next page, the browser shows this one as it was left.
  window.addEventListener("pageshow", () => {
    for (const form of document.forms) stateOf(form).leaves = false;
  });
})();
