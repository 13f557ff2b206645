import { make } from "./dom.js";
import { withCharacters } from "./emoji.js";
import { drawHtml } from "./telegram-html.js";

/** The messages of the chat, a line for each day. `at.press`, `at.copy` do what buttons do; `at.hrefOf` says where a file is. */
export function drawChat(messages, at) {
  let day = "";
  return messages.flatMap((message) => {
    const own = dayOf(message.date);
    const isNew = own !== day;
    day = own;
    return [isNew && make("p", { className: "day" }, own), drawMessage(message, at)];
  });
}

function drawMessage(message, at) {
  const { id, from, date, html, text, rows, file, kind } = message;
  const words = html === undefined ? withCharacters(asShown(text)) : drawHtml(html);
  const isPicture = file !== undefined && kind === "photo";
  return make(
    "article",
    { className: `told ${from}`, dataset: { message: id } },
    make(
      "div",
      { className: `bubble ${isPicture ? "pictured" : ""}` },
      file && (isPicture ? picture(file, at) : attached(file, at)),
      kind === "contact" && make("p", { className: "words" }, "Meu contato"),
      text !== "" && make("p", { className: "words" }, words),
      make("time", {}, timeOf(date)),
    ),
    rows.length > 0 && make("div", { className: "keys-under" }, rows.map(rowOf(message, at))),
  );
}

const rowOf = (message, at) => (row) =>
  make(
    "div",
    { className: "keys-row" },
    row.map((button) => drawButton(button, message, at)),
  );

function drawButton({ text, callback_data: data, copy_text: copy, url }, message, at) {
  const words = withCharacters(text);
  if (url !== undefined) {
    return make("a", { href: url, target: "_blank", rel: "noreferrer" }, words, mark("↗"));
  }
  return make(
    "button",
    {
      type: "button",
      onclick: () => (copy ? at.copy(copy.text) : at.press(message.id, data)),
    },
    words,
    copy && mark("⧉"),
  );
}

const mark = (sign) => make("span", { className: "mark", ariaHidden: "true" }, sign);

const picture = ({ id, name }, at) =>
  make(
    "a",
    { href: at.hrefOf(id), target: "_blank" },
    make("img", { src: at.hrefOf(id), alt: name, onload: at.grown }),
  );

const attached = ({ id, name, bytes }, at) =>
  make(
    "a",
    { href: at.hrefOf(id), target: "_blank", className: "attached" },
    make("span", { className: "sheet" }, name.split(".").at(-1).toUpperCase().slice(0, 4)),
    make("span", {}, make("strong", {}, name), make("small", {}, sizeOf(bytes))),
  );

const sizeOf = (bytes) =>
  bytes < 1_024 ? `${bytes} B` : `${Math.round(bytes / 1_024).toLocaleString("pt-BR")} kB`;

/** Telegram keeps the word that a link carries to itself. */
const asShown = (text) => text.replace(/^\/start\s.+$/, "/start");

/** The provider's. */
const timeZone = "America/Sao_Paulo";

export const timeOf = (seconds) =>
  new Date(seconds * 1_000).toLocaleTimeString("pt-BR", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });

const dayOf = (seconds) =>
  new Date(seconds * 1_000).toLocaleDateString("pt-BR", {
    day: "numeric",
    month: "long",
    timeZone,
  });
