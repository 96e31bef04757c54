// Asks the device for a passkey and puts its answer into the form. Where a browser or
// an address (a bare number, no https) has none, the page's own words stay.
const API = window.PublicKeyCredential;
const able = Boolean(
  API && API.parseRequestOptionsFromJSON && !/^[\d.:[\]]+$/.test(location.hostname),
);

async function answer(part) {
  const options = JSON.parse(part.dataset.options);
  if (part.dataset.passkey === "new") {
    const publicKey = API.parseCreationOptionsFromJSON(options);
    return navigator.credentials.create({ publicKey });
  }
  return navigator.credentials.get({
    publicKey: API.parseRequestOptionsFromJSON(options),
  });
}

for (const part of document.querySelectorAll("[data-passkey]")) {
  const form = part.closest("form");
  const field = form.elements[part.dataset.field];
  const button = part.querySelector("button");
  part.querySelector("[data-able]").hidden = !able;
  const unable = part.querySelector("[data-unable]");
  if (unable) unable.hidden = able;
  button.addEventListener("click", async () => {
    const said = part.querySelector("[role=status]");
    said.textContent = "";
    try {
      field.value = JSON.stringify((await answer(part)).toJSON());
    } catch (fault) {
      // Pressed away, timed out, or the device has such a key already.
      said.textContent = part.dataset.failed;
      return;
    }
    said.textContent = part.dataset.done;
    if (part.dataset.sends !== undefined) form.requestSubmit();
  });
}
