import type { Message } from "./types.ts";

/** Something to tell of a chat. `shown` is a message as it stood at that moment: it may have been edited since. */
export type Drawing =
  | { readonly kind: "written"; readonly message: Message }
  | { readonly kind: "pressed"; readonly text: string }
  | {
      readonly kind: "shown";
      readonly id: number;
      readonly source: string;
      readonly message: Message;
    };

/** A line of a transcript, with the buttons that stand under it. */
export function drawn(line: Drawing, name: string): string {
  if (line.kind === "pressed") return `${name} ▸ [${line.text}]`;
  const { message } = line;
  const who = message.from === "bot" ? "Bot" : name;
  const file =
    message.file === undefined
      ? ""
      : `(${message.kind === "photo" ? "photo" : message.file.name}) `;
  const words = message.kind === "contact" ? "(contact)" : message.text;
  const rows = (message.markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text }) => `[${text}]`).join(" "),
  );
  return [`${who}: ${file}${words}`, ...rows].join("\n");
}
