// Forms sent beside the page: the answer is the same page as a browser would show, of which the parts that changed are
// taken over. XMLHttpRequest reads it as a document that runs nothing, so that no text is ever parsed into this one.

/** Send a form as its button would; return {status, page} where page is a Document, or null where there was no answer. */
export function send(form, button, change = () => {}) {
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  change(data);
  return request("POST", button?.getAttribute("formaction") ?? form.getAttribute("action"), new URLSearchParams(data));
}

/** Fetch a page as a Document. */
export function load(address) {
  return request("GET", address, null);
}

function request(method, address, body) {
  return new Promise((resolve) => {
    const asked = new XMLHttpRequest();
    asked.open(method, address);
    asked.responseType = "document";
    asked.setRequestHeader("X-Swap", "1");
    asked.timeout = 60_000;
    asked.onload = () => resolve({ status: asked.status, page: asked.responseXML });
    asked.onerror = () => resolve({ status: 0, page: null });
    asked.ontimeout = asked.onerror;
    asked.send(body);
  });
}

/** Put the element of that id from the other page in the place of this one's; return whether both have it. */
export function takeOver(page, id) {
  const old = document.getElementById(id);
  const fresh = page.getElementById(id);
  if (!old || !fresh) return false;
  old.replaceWith(document.adoptNode(fresh));
  return true;
}

/** Take over the page's token too: the session may have got another. */
export function takeToken(page) {
  const fresh = page.querySelector('meta[name="csrf-token"]');
  const meta = document.querySelector('meta[name="csrf-token"]');
  if (fresh && meta) meta.content = fresh.content;
}

export const NOT_REACHED = "Copydesk can’t be reached, so nothing was done. What you typed is still here; try again.";
export const SIGNED_OUT = "You are not signed in any more. Sign in in another tab, then try again: nothing is lost here.";
