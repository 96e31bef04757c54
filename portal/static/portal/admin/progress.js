// A bar that fills while the worker works; without this script the page is looked at again.
(() => {
  const place = document.querySelector("[data-progress]:not([data-done])");
  if (!place) return;
  const bar = place.querySelector("progress");
  const count = place.querySelector("[data-count]");
  const look = async () => {
    try {
      const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
      const now = await answer.json();
      if (!now.running) return window.location.reload();
      bar.max = now.total;
      bar.value = now.done;
      count.textContent = `${now.done}/${now.total}`;
    } catch {
      // The network was away for a moment.
    }
    return setTimeout(look, 2000);
  };
  setTimeout(look, 1500);
})();
