import { parseHtml } from "#test/emulators/telegram/entities.ts";
import type { InlineButton, Message, ReplyButton } from "#test/emulators/telegram/types.ts";
import type { Holder, Phone, Phones } from "./phones.ts";
import { pictureType } from "./screen.ts";

type ShownMessage = {
  readonly id: number;
  readonly from: "bot" | "person";
  /** Seconds since 1970. */
  readonly date: number;
  readonly kind: Message["kind"];
  readonly text: string;
  /** Of the bot's, where it has markup. */
  readonly html?: string;
  readonly rows: readonly (readonly InlineButton[])[];
  readonly file?: { readonly id: string; readonly name: string; readonly bytes: number };
};

/** All that a customer sees in the chat with the bot. */
export type PhoneScreen = {
  readonly holder: Holder;
  readonly bot: string;
  readonly hasChat: boolean;
  readonly hasBlocked: boolean;
  readonly messages: readonly ShownMessage[];
  /** In place of the letters. */
  readonly keys: readonly ReplyButton[];
  /** The small notes that answered presses, the last at the end. */
  readonly notes: readonly string[];
  readonly commands: readonly unknown[];
};

export const phoneScreen = ({ telegram }: Phones, { holder, person }: Phone): PhoneScreen => ({
  holder,
  bot: telegram.bot.firstName,
  hasChat: person.hasChat(),
  hasBlocked: person.hasBlocked(),
  messages: person.messages().map(shown),
  keys: person.keyboard(),
  notes: person.toasts(),
  commands: telegram.commands(),
});

/** As the list of chats tells of it. */
export const inList = ({ holder, person }: Phone) => {
  const messages = person.messages();
  const last = messages.at(-1);
  return {
    ...holder,
    hasChat: person.hasChat(),
    fromBot: person.fromBot().length,
    last: last && { text: last.text || KINDS[last.kind], date: last.date },
  };
};

const KINDS = { text: "", photo: "Foto", document: "Arquivo", contact: "Contato" } as const;

const shown = (message: Message): ShownMessage => ({
  id: message.id,
  from: message.from,
  date: message.date,
  kind: message.kind,
  text: message.text,
  ...(isMarkup(message) && { html: message.source }),
  rows: message.markup?.inline_keyboard ?? [],
  ...(message.file && {
    file: {
      id: message.file.fileId,
      name: message.file.name,
      bytes: message.file.bytes.length,
    },
  }),
});

/** A text sent without a parse mode may hold what looks like a tag. */
function isMarkup({ source, text }: Message): boolean {
  try {
    return source !== "" && parseHtml(source).trim() === text.trim();
  } catch {
    return false;
  }
}

/** What a browser opens by itself: a picture or a PDF, by what it is. */
export function openedAs({ name, bytes }: { readonly name: string; readonly bytes: Buffer }) {
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return "application/pdf";
  if (bytes.subarray(1, 4).toString("latin1") === "PNG") return "image/png";
  return pictureType(name);
}
