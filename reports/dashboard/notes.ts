import { html } from "../printables/html.ts";
import { document } from "./layout.ts";
import { TEXTS } from "./texts.ts";

/** After a signed link: goes on by itself, to an address without the signature. */
export const openingPage = (): string =>
  document(
    TEXTS.title,
    html`<main>
<h1>${TEXTS.opening}</h1>
<p><a href="/dashboard">${TEXTS.open}</a></p>
</main>`,
    html`<meta http-equiv="refresh" content="0; url=/dashboard">`,
  );

export const leftPage = (): string =>
  document(
    TEXTS.title,
    html`<main>
<h1>${TEXTS.title}</h1>
<p>${TEXTS.left}</p>
</main>`,
  );
