import { ANSWER_WITHIN_MS, DELETE_WITHIN_MS, LIMITS } from "./limits.ts";
import { badRequest } from "./refusal.ts";
import { BOT, type Service } from "./service.ts";
import { botJson, messageJson } from "./shapes.ts";
import type { Json, Markup, Message, StoredFile } from "./types.ts";
import { captionOf, markupOf, textOf } from "./validate.ts";

export type Upload = { readonly name: string; readonly mimeType: string; readonly bytes: Buffer };
export type Method = (
  args: Json,
  service: Service,
  uploads: ReadonlyMap<string, Upload>,
) => unknown;

/** What a bot can ask for, but for how updates come (updates.ts). */
export const methods: Readonly<Record<string, Method>> = {
  getMe: () => botJson(),

  sendMessage(args, service) {
    const content = textOf(args);
    const markup = markupOf(args);
    return post(service, service.writable(args), { ...content, markup, kind: "text" });
  },

  sendPhoto: (args, service, uploads) =>
    sendFile(service, args, { kind: "photo", uploads, most: LIMITS.photoBytes }),
  sendDocument: (args, service, uploads) =>
    sendFile(service, args, { kind: "document", uploads, most: LIMITS.documentBytes }),

  editMessageText(args, service) {
    const content = textOf(args);
    const markup = markupOf(args, { inlineOnly: true });
    const message = editable(service, args, "edit");
    if (message.kind !== "text") badRequest("there is no text in the message to edit");
    const isSame =
      content.source === message.source &&
      JSON.stringify(markup) === JSON.stringify(message.markup);
    if (isSame) notModified();
    Object.assign(message, { ...content, markup });
    return messageJson(message, service.account(message.chat));
  },

  editMessageReplyMarkup(args, service) {
    const markup = markupOf(args, { inlineOnly: true });
    const message = editable(service, args, "edit");
    const shown = JSON.stringify(message.markup?.inline_keyboard ?? []);
    if (JSON.stringify(markup?.inline_keyboard ?? []) === shown) notModified();
    message.markup = markup;
    return messageJson(message, service.account(message.chat));
  },

  deleteMessage(args, service) {
    const message = service.messageOf(service.writable(args), args.message_id);
    if (message === undefined) return badRequest("message to delete not found");
    if (Date.now() - message.date * 1_000 > DELETE_WITHIN_MS) {
      badRequest("message can't be deleted for everyone");
    }
    message.deleted = true;
    return true;
  },

  answerCallbackQuery(args, service) {
    const query = service.queries.get(String(args.callback_query_id));
    const isLate = query === undefined || Date.now() - query.atMs > ANSWER_WITHIN_MS;
    if (query === undefined || query.answered || isLate) {
      return badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    const toast = typeof args.text === "string" ? args.text : "";
    if (toast.length > LIMITS.callbackAnswer) badRequest("MESSAGE_TOO_LONG");
    query.answered = true;
    query.toast = toast;
    return true;
  },

  getFile(args, service) {
    const file = service.files.get(String(args.file_id));
    if (file === undefined) return badRequest("invalid file_id");
    if (file.bytes.length > LIMITS.downloadBytes) badRequest("file is too big");
    return {
      file_id: file.fileId,
      file_unique_id: `u${file.fileId}`,
      file_size: file.bytes.length,
      file_path: file.path,
    };
  },

  setMyCommands(args, service) {
    const list = Array.isArray(args.commands) ? (args.commands as Json[]) : badRequest("commands");
    if (list.length > LIMITS.commands) badRequest("BOT_COMMANDS_TOO_MUCH");
    for (const { command, description } of list) {
      if (!/^[a-z0-9_]{1,32}$/.test(String(command))) badRequest("BOT_COMMAND_INVALID");
      const said = String(description ?? "");
      if (said.length < 1 || said.length > 256) badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    service.commands.set(String(args.language_code ?? ""), list);
    return true;
  },

  sendChatAction(args, service) {
    service.writable(args);
    service.actions.push(args);
    return true;
  },
};

type Posted = {
  readonly text: string;
  readonly source: string;
  readonly markup: Markup | undefined;
  readonly kind: Message["kind"];
  readonly file?: StoredFile;
};

function post(service: Service, chat: number, posted: Posted): Json {
  service.paced(chat);
  const message: Message = {
    id: service.newMessageId(),
    chat,
    from: "bot",
    date: Math.floor(Date.now() / 1_000),
    deleted: false,
    ...posted,
  };
  service.messages.push(message);
  return messageJson(message, service.account(chat));
}

type Sending = {
  readonly kind: "photo" | "document";
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly most: number;
};

function sendFile(service: Service, args: Json, { kind, uploads, most }: Sending): Json {
  const caption = captionOf(args);
  const markup = markupOf(args);
  const chat = service.writable(args);
  const reference = String(args[kind] ?? "");
  const upload = uploads.get(reference.replace("attach://", ""));
  const known = service.files.get(reference);
  if (upload === undefined && known === undefined) {
    return badRequest(`there is no ${kind} in the request`);
  }
  if (upload !== undefined && upload.bytes.length === 0) badRequest("file must be non-empty");
  if (upload !== undefined && upload.bytes.length > most) badRequest("file is too big");
  if (upload !== undefined && kind === "photo" && !isPicture(upload.bytes)) {
    badRequest("IMAGE_PROCESS_FAILED");
  }
  const file = known ?? keepFile(service, upload as Upload, `${kind}s`);
  return post(service, chat, { ...caption, markup, kind, file });
}

export function keepFile(service: Service, upload: Upload, folder: string): StoredFile {
  const fileId = `file-${BOT.id}-${service.newId()}`;
  const path = `${folder}/${fileId}${/\.\w+$/.exec(upload.name)?.[0] ?? ""}`;
  const file = { fileId, path, ...upload };
  service.files.set(fileId, file);
  return file;
}

const isPicture = (bytes: Buffer): boolean =>
  bytes.subarray(1, 4).toString() === "PNG" || bytes.subarray(0, 2).toString("hex") === "ffd8";

function editable(service: Service, args: Json, verb: string): Message {
  const message = service.messageOf(service.writable(args), args.message_id);
  if (message === undefined) return badRequest(`message to ${verb} not found`);
  return message.from === "bot" ? message : badRequest(`message can't be ${verb}ed`);
}

function notModified(): never {
  badRequest(
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  );
}
