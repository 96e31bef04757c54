// Wagtail puts the words that are to become a link into the address of the chooser,
// and a server refuses an address as long as a paragraph (HTTP 414). Words left out
// stay in the text as they are: the chooser then gives the address alone.
document.addEventListener("DOMContentLoaded", () => {
  const LONGEST = 200;
  const open = window.ModalWorkflow;
  if (!open) return;
  window.ModalWorkflow = function modalWorkflow(options) {
    const words = options.urlParams && options.urlParams.link_text;
    if (!words || words.length <= LONGEST) return open.call(this, options);
    return open.call(this, { ...options, urlParams: { ...options.urlParams, link_text: "" } });
  };
});
