/** What a request or an answer holds, before anybody has looked at it. */
export type Json = Readonly<Record<string, unknown>>;

export type Account = {
  readonly id: number;
  readonly firstName: string;
  /** Of their Telegram app: "pt-br", "en". */
  readonly languageCode?: string;
  /** As Telegram writes it in a contact: digits with the country, mostly without a plus. */
  readonly phone: string;
};

export type InlineButton = {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly copy_text?: { readonly text: string };
};

export type ReplyButton = { readonly text: string; readonly request_contact?: boolean };

export type Markup = {
  readonly inline_keyboard?: readonly (readonly InlineButton[])[];
  readonly keyboard?: readonly (readonly ReplyButton[])[];
  readonly remove_keyboard?: boolean;
};

export type StoredFile = {
  readonly fileId: string;
  readonly path: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
};

/** A message in a chat as a person sees it: `text` without its markup. */
export type Message = {
  readonly id: number;
  readonly chat: number;
  readonly from: "bot" | "person";
  readonly date: number;
  text: string;
  /** As the bot wrote it: another markup is another content. */
  source: string;
  markup: Markup | undefined;
  readonly kind: "text" | "photo" | "document" | "contact";
  readonly file?: StoredFile;
  deleted: boolean;
};

export type Update = Json & { readonly update_id: number };

export type Call = { readonly method: string; readonly args: Json; readonly answer: Json };

/** How the next call of a method goes wrong. `dropped`: the connection ends without an answer. */
export type Fault =
  | { readonly retryAfter: number }
  | { readonly status: number; readonly description?: string }
  | { readonly dropped: "before" | "after" };
