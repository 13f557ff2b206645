import { keepFile } from "./methods.ts";
import type { Service } from "./service.ts";
import { chatJson, messageJson, personJson } from "./shapes.ts";
import { type Drawing, drawn } from "./transcript.ts";
import type { Account, InlineButton, Json, Message, ReplyButton } from "./types.ts";
import type { createUpdates } from "./updates.ts";

export type Person = ReturnType<typeof createPerson>;

/** A button as it once stood under a message. */
export type Held = { readonly message: number; readonly button: InlineButton };
type Given = { readonly name: string; readonly mimeType: string; readonly bytes: Buffer };

/** Somebody with Telegram on their phone: does there what a person can do, sees what a person sees. */
export function createPerson(
  service: Service,
  updates: ReturnType<typeof createUpdates>,
  account: Account,
) {
  const { id } = account;
  const lines: Drawing[] = [];
  const mine = (): Message[] => service.messages.filter(({ chat }) => chat === id);
  const shown = (): Message[] => mine().filter(({ deleted }) => !deleted);

  const write = (content: Partial<Message> & Pick<Message, "kind">, extra: Json = {}): Message => {
    if (service.blocked.has(id)) throw new Error(`${account.firstName} has blocked the bot`);
    service.opened.add(id);
    const message: Message = {
      id: service.newMessageId(),
      chat: id,
      from: "person",
      date: Math.floor(Date.now() / 1_000),
      text: "",
      source: "",
      markup: undefined,
      deleted: false,
      ...content,
    };
    service.messages.push(message);
    lines.push({ kind: "written", message });
    updates.add("message", { ...messageJson(message, account), ...extra });
    return message;
  };

  const membership = (before: string, after: string): void =>
    updates.add("my_chat_member", {
      chat: chatJson(account),
      from: personJson(account),
      date: Math.floor(Date.now() / 1_000),
      old_chat_member: { status: before },
      new_chat_member: { status: after },
    });

  const buttons = (): Held[] =>
    shown().flatMap((message) =>
      (message.markup?.inline_keyboard ?? [])
        .flat()
        .map((button) => ({ message: message.id, button })),
    );

  /** The keyboard in place of the letters: the last message that brought or took one decides. */
  const keyboard = (): readonly ReplyButton[] => {
    const last = mine().findLast(({ markup }) => markup?.keyboard || markup?.remove_keyboard);
    return (last?.markup?.keyboard ?? []).flat();
  };

  const look = <T>(find: () => T | undefined, what: string): Promise<T> =>
    service.until(find, () => `${account.firstName} does not see ${what}, but:\n${screen()}`);

  const screen = (): string =>
    [
      ...shown().map((message) => drawn({ kind: "written", message }, account.firstName)),
      ...(keyboard().length > 0
        ? [
            `[⌨ ${keyboard()
              .map(({ text }) => text)
              .join(" | ")}]`,
          ]
        : []),
    ].join("\n\n");

  const press = (held: Held): void => {
    const { button } = held;
    if (button.callback_data === undefined)
      throw new Error(`"${button.text}" asks the bot nothing`);
    if (service.blocked.has(id)) throw new Error(`${account.firstName} has blocked the bot`);
    const queryId = service.newId();
    service.queries.set(queryId, { chat: id, atMs: Date.now(), answered: false, toast: "" });
    const message = service.messageOf(id, held.message);
    lines.push({ kind: "pressed", text: button.text });
    updates.add("callback_query", {
      id: queryId,
      from: personJson(account),
      chat_instance: String(id),
      data: button.callback_data,
      message:
        message === undefined
          ? { chat: chatJson(account), message_id: held.message, date: 0 }
          : messageJson(message, account),
    });
  };

  return {
    account,
    id,

    /** Follows a link to the bot, or just finds it and presses Start. */
    opens(link = ""): void {
      const token = /[?&]start=([^&]*)$/.exec(link)?.[1] ?? link;
      if (!/^[\w-]{0,64}$/.test(token)) throw new Error(`Telegram opens no chat with ${link}`);
      if (service.blocked.delete(id)) membership("kicked", "member");
      const text = `/start${token === "" ? "" : ` ${token}`}`;
      write({ kind: "text", text }, entity(text));
    },
    types: (text: string): Message => write({ kind: "text", text }, entity(text)),

    /** Waits for a button that says so, and presses the newest. */
    async presses(wanted: string | RegExp): Promise<Held> {
      const held = await this.holds(wanted);
      press(held);
      return held;
    },
    /** Looks at a button without pressing it, to press it later: perhaps when it is gone. */
    holds: (wanted: string | RegExp): Promise<Held> =>
      look(
        () => buttons().findLast(({ button }) => says(button.text, wanted)),
        `a button ${wanted}`,
      ),
    pressesHeld: (held: Held): void => press(held),
    /** A press that no button of the bot's made. */
    pressesForged(data: string, message = shown().findLast(({ from }) => from === "bot")?.id ?? 0) {
      press({ message, button: { text: data, callback_data: data } });
    },

    /** Presses a key of the keyboard in place of the letters. */
    async taps(wanted: string | RegExp): Promise<void> {
      const key = await look(
        () => keyboard().find(({ text }) => says(text, wanted)),
        `a key ${wanted}`,
      );
      if (key.request_contact === true) this.sharesContact();
      else write({ kind: "text", text: key.text });
    },
    /** Their own by the keyboard, or anybody's from the address book. */
    sharesContact(of: Account = account): Message {
      const contact = { phone_number: of.phone, first_name: of.firstName, user_id: of.id };
      return write({ kind: "contact", text: "" }, { contact });
    },
    /** One that somebody made up: a number of their choice under their own id is what Telegram never sends. */
    forwardsContact(phone: string, userId?: number): Message {
      const contact = {
        phone_number: phone,
        first_name: "Alguém",
        ...(userId && { user_id: userId }),
      };
      return write({ kind: "contact", text: "" }, { contact });
    },
    sendsPhoto: (bytes: Buffer, caption = ""): Message =>
      write({
        kind: "photo",
        text: caption,
        file: keepFile(service, { name: "photo.jpg", mimeType: "image/jpeg", bytes }, "photos"),
      }),
    sendsDocument: (given: Given, caption = ""): Message =>
      write({ kind: "document", text: caption, file: keepFile(service, given, "documents") }),

    blocks(): void {
      service.blocked.add(id);
      membership("member", "kicked");
    },
    unblocks(): void {
      service.blocked.delete(id);
      membership("kicked", "member");
    },
    hasBlocked: (): boolean => service.blocked.has(id),
    /** Had the chat before this emulator began: the bot may write there, unless it was blocked. */
    hadChat({ hasBlocked = false } = {}): void {
      service.opened.add(id);
      if (hasBlocked) service.blocked.add(id);
    },
    hasChat: (): boolean => service.opened.has(id),

    messages: (): readonly Message[] => shown(),
    fromBot: (): readonly Message[] => shown().filter(({ from }) => from === "bot"),
    buttons: (): readonly string[] => buttons().map(({ button }) => button.text),
    keyboard,
    keys: (): readonly string[] => keyboard().map(({ text }) => text),
    /** The small notes that answered presses. */
    toasts: (): readonly string[] => toastsOf(service, id),
    screen,
    /** Waits until the chat shows it. */
    sees: (wanted: string | RegExp): Promise<string> =>
      look(() => (says(screen(), wanted) ? screen() : undefined), String(wanted)),
    /** Waits until it shows it no more. */
    misses: (wanted: string | RegExp): Promise<true> =>
      service.until(
        () => !says(screen(), wanted),
        () => `${account.firstName} still sees ${wanted}:\n${screen()}`,
      ),
    /** Waits for the small note that answers a press. */
    isTold: (wanted: string | RegExp): Promise<string> =>
      look(() => toastsOf(service, id).find((toast) => says(toast, wanted)), `a note ${wanted}`),
    /** What was written and pressed, and what the bot showed at each moment that `remember` was called. */
    remembers(): void {
      for (const message of shown().filter(({ from }) => from === "bot")) {
        const seen = lines.some(
          (line) =>
            line.kind === "shown" && line.id === message.id && line.source === message.source,
        );
        if (!seen)
          lines.push({
            kind: "shown",
            id: message.id,
            source: message.source,
            message: { ...message },
          });
      }
    },
    transcript: (): string => lines.map((line) => drawn(line, account.firstName)).join("\n\n"),
  };
}

const toastsOf = (service: Service, id: number): string[] =>
  [...service.queries.values()]
    .filter(({ chat, toast }) => chat === id && toast !== "")
    .map(({ toast }) => toast);

const says = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);

const entity = (text: string): Json => {
  const [command] = /^\/\w+/.exec(text) ?? [];
  return command === undefined
    ? {}
    : { entities: [{ type: "bot_command", offset: 0, length: command.length }] };
};
