const SVG = "http://www.w3.org/2000/svg";

/** Those that the product uses, by Slack's name and as characters; any other name stays as it was typed, as in Slack. */
const EMOJI = {
  bookmark_tabs: "📑",
  bust_in_silhouette: "👤",
  clipboard: "📋",
  credit_card: "💳",
  exclamation: "❗",
  handshake: "🤝",
  hourglass: "⌛",
  hourglass_flowing_sand: "⏳",
  incoming_envelope: "📨",
  no_entry: "⛔",
  page_facing_up: "📄",
  pencil2: "✏",
  raised_hand: "✋",
  receipt: "🧾",
  rotating_light: "🚨",
  scales: "⚖",
  shield: "🛡",
  speech_balloon: "💬",
  tada: "🎉",
  thumbsup: "👍",
  unlock: "🔓",
  warning: "⚠",
  white_check_mark: "✅",
  zap: "⚡",
};
const NAMES = new Map(Object.entries(EMOJI).map(([name, character]) => [character, name]));
const CHARACTERS = new RegExp(`(${[...NAMES.keys()].join("|")})\\ufe0f?`, "u");

export const isEmoji = (name) => name in EMOJI;

/** A text as nodes. Its emoji are drawn by us: a machine without such a font shows empty boxes. */
export const withCharacters = (text) =>
  text
    .split(CHARACTERS)
    .flatMap((part, index) =>
      index % 2 === 1 ? [emoji(NAMES.get(part))] : part === "" ? [] : [part],
    );

export function emoji(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "emoji");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", name);
  drawing.setAttribute("viewBox", "0 0 20 20");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/emoji.svg#${name}`);
  drawing.append(use);
  return drawing;
}
