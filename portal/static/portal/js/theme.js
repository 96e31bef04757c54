// Before the first paint: what the reader chose earlier, and what this browser can do.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  if ("speechSynthesis" in window) root.classList.add("can-speak");
  // Neither is there where the page did not come over HTTPS.
  if ("serviceWorker" in navigator && "caches" in window) root.classList.add("can-keep");
  try {
    const theme = localStorage.getItem("theme");
    const size = localStorage.getItem("size");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    if (/^[1-5]$/.test(size)) root.dataset.size = size;
  } catch {
    // Storage may be forbidden; the page is then as the system asks.
  }
})();
