// What is said of a scan: sign, word, sound and what can be done, over the whole page.
(() => {
  const { all, one, clock, fill } = globalThis.door.page;
  const RETURNS_AFTER = 1500;
  const TONES = {
    ok: { hertz: 880, beeps: [120], buzz: [80] },
    already: { hertz: 660, beeps: [100, 100], buzz: [80, 60, 80] },
    pending: { hertz: 330, beeps: [100, 100], buzz: [80, 60, 80] },
  };
  const LONG = { hertz: 220, beeps: [500], buzz: [400] };
  let desk;
  let sound;

  // `from`: store, sending, address, part, numbers(), and closed(), which goes on.
  const serve = (from) => (desk = from);

  // A telephone plays nothing until somebody has pressed something.
  function unlock() {
    sound ||= globalThis.AudioContext ? new AudioContext() : null;
  }

  function dismiss() {
    for (const open of all("[data-live]")) open.remove();
  }

  function present(said, scan) {
    const layer = document.createElement("div");
    layer.dataset.live = "";
    layer.append(one(`template[data-result=${said.result}]`).content.cloneNode(true));
    const why = one("[data-slot=why]", layer);
    if (said.why) why.textContent = said.why;
    else why.textContent = why.textContent.replace("{time}", said.time || "").replace("{name}", said.successor || "");
    fill("[data-slot=name]", said.name || "", layer);
    fill("[data-slot=agency]", said.agency || "", layer);
    one("[data-card]", layer).hidden = !said.name && !said.facts?.length;
    for (const [label, value] of said.facts || []) {
      const pair = document.createElement("div");
      pair.append(document.createElement("dt"), document.createElement("dd"));
      pair.firstChild.textContent = label;
      pair.lastChild.textContent = value;
      one("[data-facts]", layer).append(pair);
    }
    ways(layer, said);
    dismiss();
    document.body.append(layer);
    desk.numbers();
    const next = one("[data-next]", layer);
    next.addEventListener("click", (event) => {
      event.preventDefault();
      close(layer);
    });
    next.focus({ preventScroll: true });
    signal(one("[data-tone]", layer).dataset.tone);
    if (said.result === "ok") {
      lastOne(said, scan);
      setTimeout(() => layer.isConnected && close(layer), RETURNS_AFTER);
    }
    if (said.kept) desk.sending.later();
  }

  function ways(layer, said) {
    const undo = one("[data-undo]", layer);
    if (said.undo && said.registration) {
      undo.hidden = false;
      undo.href = `${desk.address}hoan-tac/${said.registration}/?buoi=${desk.part}`;
    }
    if (said.let_in && said.registration) {
      const holder = one("[data-let-in]", layer);
      const form = one("form", holder);
      holder.hidden = false;
      form.elements.registration.value = said.registration;
      form.elements.nonce.value = crypto.randomUUID();
      if (desk.sending.csrf) form.elements.csrfmiddlewaretoken.value = desk.sending.csrf;
      const summary = one("summary", form);
      summary.lastChild.textContent = said.let_in;
      if (!said.needs_reason) {
        for (const field of all("label, [name=reason]", form)) field.remove();
        one("details", form).open = true;
        summary.hidden = true;
        one("button", form).lastChild.textContent = said.let_in;
      }
    }
    one("[data-decide]", layer)?.addEventListener("click", async () => {
      await desk.store.add({ ...said.decide, ref: "", let_in: true, result: "absent" });
      desk.sending.later();
      close(layer);
    });
    for (const link of all("[data-go]", layer)) {
      link.addEventListener("click", () => layer.remove());
    }
  }

  function close(layer) {
    layer.remove();
    desk.closed();
  }

  function lastOne(said, scan) {
    one("[data-last]").hidden = false;
    fill("[data-last-name]", said.name || said.facts?.at(-1)?.[1] || "");
    fill("[data-last-when]", clock(scan.at));
    const undo = one("[data-last-undo]");
    undo.hidden = !said.registration;
    undo.href = `${desk.address}hoan-tac/${said.registration}/?buoi=${desk.part}`;
  }

  function signal(tone) {
    const { hertz, beeps, buzz } = TONES[tone] || LONG;
    navigator.vibrate?.(buzz);
    if (!sound) return;
    let at = sound.currentTime;
    for (const length of beeps) {
      const tones = sound.createOscillator();
      tones.frequency.value = hertz;
      tones.connect(sound.destination);
      tones.start(at);
      tones.stop(at + length / 1000);
      at += length / 1000 + 0.08;
    }
  }

  globalThis.door = { ...globalThis.door, answer: { serve, unlock, dismiss, present } };
})();
