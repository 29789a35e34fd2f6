// Lets a passkey answer what a form asks, and sends the answer with it. Without it, and where there are
// no passkeys, the form stays hidden, and there are codes to type.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const bytes = (text) => {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const text = (buffer) => {
    const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
    return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const options = JSON.parse(form.dataset.passkey);
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const known of options.allowCredentials ?? options.excludeCredentials) known.id = bytes(known.id);
    const failed = form.querySelector(".error-message");
    form.hidden = false;

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const what = options.user ? "create" : "get";
        const { rawId, response } = await navigator.credentials[what]({ publicKey: options });
        const answer = {
          credential: rawId,
          client_data: response.clientDataJSON,
          object: response.attestationObject,
          authenticator_data: response.authenticatorData,
          signature: response.signature,
        };
        for (const field of form.querySelectorAll("input[type=hidden]")) {
          if (answer[field.name]) field.value = text(answer[field.name]);
        }
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
