// Requests to Copydesk: JSON with the page's token. A token that the server has forgotten is fetched anew, once.

const meta = document.querySelector('meta[name="csrf-token"]');

/** Send JSON; return the response. Throws where the server can't be reached. */
export async function send(method, address, body, options = {}) {
  const answer = await once(method, address, body, options);
  if (answer.status !== 400 || !(await answer.clone().text()).includes("token")) return answer;
  await freshToken();
  return once(method, address, body, options);
}

export const post = (address, body, options) => send("POST", address, body, options);

export async function getJSON(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function once(method, address, body, options) {
  return fetch(address, {
    method,
    headers: { "Content-Type": "application/json", "X-CSRFToken": meta.content },
    body: JSON.stringify(body),
    ...options,
  });
}

async function freshToken() {
  const page = await (await fetch("/write")).text();
  meta.content = /name="csrf-token" content="([^"]+)"/.exec(page)?.[1] ?? meta.content;
}
