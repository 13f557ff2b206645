/** What the server tells; throws what it refuses with. */
export async function post(path, body, type = "application/json") {
  const headers = { "content-type": type, "x-acordo-chat": "1" };
  document.body.classList.add("busy");
  try {
    const answer = await fetch(path, { method: "POST", headers, body });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error);
    return told;
  } finally {
    document.body.classList.remove("busy");
  }
}

let timer;
export function toast(words) {
  const place = document.getElementById("toast");
  clearTimeout(timer);
  place.textContent = words;
  place.classList.add("shown");
  timer = setTimeout(() => place.classList.remove("shown"), 6_000);
}

/** Part of the address, so that what is shown is there again when the page is loaded anew. */
export function remember(name, value) {
  const wanted = new URLSearchParams(location.search);
  wanted.set(name, value);
  history.replaceState(null, "", `?${wanted}`);
}
