import { drawBlocks } from "./blocks.js";
import { make } from "./dom.js";
import { drawText } from "./mrkdwn.js";

/** The modal on top, with what leads back or on. */
export function drawModal({ view, isPushed, surface, close, submit }) {
  return make(
    "div",
    { className: "backdrop" },
    make(
      "section",
      { className: "modal", role: "dialog", dataset: { view: view.id, hash: view.hash } },
      make(
        "header",
        {},
        isPushed &&
          make("button", { type: "button", className: "round back", onclick: close }, "‹"),
        make("span", { className: "app" }, "A"),
        make("h1", {}, drawText(view.title)),
        make(
          "button",
          { type: "button", className: "round close", ariaLabel: "Fechar", onclick: close },
          "✕",
        ),
      ),
      make("div", { className: "content" }, drawBlocks(view.blocks, surface)),
      (view.submit || view.close) &&
        make(
          "footer",
          {},
          make(
            "button",
            { type: "button", className: "button large cancel", onclick: close },
            view.close ? drawText(view.close) : "Cancelar",
          ),
          view.submit &&
            make(
              "button",
              { type: "button", className: "button large primary submit", onclick: submit },
              drawText(view.submit),
            ),
        ),
    ),
  );
}

/** The dialog by which an element asks first; answers whether the person goes on. */
export function ask(place, { title, text, confirm, deny, style = "primary" }) {
  return new Promise((resolve) => {
    const end = (answer) => () => {
      place.replaceChildren();
      resolve(answer);
    };
    place.replaceChildren(
      make(
        "div",
        { className: "backdrop" },
        make(
          "section",
          { className: "modal asking", role: "alertdialog" },
          make("header", {}, make("h1", {}, drawText(title))),
          make("div", { className: "content" }, drawText(text)),
          make(
            "footer",
            {},
            make(
              "button",
              { type: "button", className: "button large deny", onclick: end(false) },
              drawText(deny),
            ),
            make(
              "button",
              { type: "button", className: `button large confirm ${style}`, onclick: end(true) },
              drawText(confirm),
            ),
          ),
        ),
      ),
    );
    place.querySelector(".confirm").focus();
  });
}
