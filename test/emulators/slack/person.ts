import { answer, messageJson } from "./chat.ts";
import type { Answer, Courier, DeliveryKind } from "./delivery.ts";
import { fileJson, newFile } from "./files.ts";
import { chosen, optionsOf, type Part } from "./inputs.ts";
import { isNode } from "./limits.ts";
import * as payloads from "./payloads.ts";
import { confirmText, text } from "./render.ts";
import { isDate } from "./rules.ts";
import { applyAnswer, type Outcome, refuseIncomplete } from "./submit.ts";
import { offeredOptions } from "./suggest.ts";
import { find, hold, sees, type Where } from "./surfaces.ts";
import type { Confirm, Json, Message, Option, StoredFile, View } from "./types.ts";
import type { Workspace } from "./workspace.ts";

export type Person = ReturnType<typeof createPerson>;

type In = { readonly in?: Where };
type Press = In & { readonly value?: string; readonly confirm?: boolean };
type Saying = {
  readonly channel?: string;
  readonly thread?: string | undefined;
  readonly files?: readonly Upload[];
};
type Upload = { readonly name: string; readonly mimetype: string; readonly bytes: Buffer };

/** Someone at Slack's client: does what a person can do there, sees what a person sees. */
export function createPerson(workspace: Workspace, courier: Courier, id: string) {
  const screen = () => workspace.screenOf(id);
  const send = (kind: DeliveryKind, payload: Json): Promise<Answer> =>
    delivered(courier, kind, payload).finally(workspace.changed);

  const act = async (elementId: string, given: string | readonly string[], options: Press = {}) => {
    const value = typeof given === "string" ? given : undefined;
    const { place, part } = find(workspace, id, { id: elementId, value, where: options.in });
    const { element } = part;
    refuseUnconfirmed(element.confirm, options.confirm, elementId);
    const offered = screen().offered.get(keyOf(part)) ?? optionsOf(element);
    const held = chosen(element, given, offered);
    await holdAndTell(place, part, held);
  };

  const holdAndTell = async (place: payloads.Place, part: Part, value: Json): Promise<void> => {
    const after = hold(workspace, id, { place, part, value });
    workspace.changed();
    if (part.block.type === "input" && part.block.dispatch_action !== true) return;
    const action = { ...value, ...idsOf(part) };
    await send("interaction", payloads.actionsPayload(workspace, id, after, [action]));
  };

  return {
    id,

    async slash(command: string, words = "", { channel = "C1" } = {}): Promise<void> {
      const payload = payloads.commandPayload(workspace, id, { command, text: words, channel });
      const { body } = await send("command", payload);
      if (body === "") return;
      answer(workspace, id, channel, isNode(body) ? body : { text: String(body) });
      workspace.changed();
    },

    async openHome(): Promise<void> {
      const { home } = screen();
      const channel = workspace.directChannelOf(id);
      const event = { type: "app_home_opened", user: id, channel, tab: "home" };
      await send(
        "event",
        payloads.eventPayload(workspace, { ...event, ...(home && { view: home }) }),
      );
    },

    /** A button or a menu item; `confirm` answers its dialog, false turns back. */
    async press(elementId: string, options: Press = {}): Promise<void> {
      const { in: where, value, confirm } = options;
      const { place, part } = find(workspace, id, { id: elementId, value, where });
      const { element } = part;
      if (element.type !== "button" && element.type !== "overflow") {
        await act(elementId, value ?? "", options);
        return;
      }
      refuseUnconfirmed(element.confirm, confirm, elementId);
      if (confirm === false) return;
      const action = { ...idsOf(part), ...pressed(part, value) };
      await send("interaction", payloads.actionsPayload(workspace, id, place, [action]));
    },

    type: (elementId: string, words: string, options?: In) => act(elementId, words, options),

    select: (elementId: string, choice: string | readonly string[], options?: Press) =>
      act(elementId, choice, options),

    async pickDate(elementId: string, date: string, options?: Press): Promise<void> {
      if (!isDate(date)) throw new Error(`no date YYYY-MM-DD: ${date}`);
      await act(elementId, date, options);
    },

    /** Ticks exactly these. */
    check: (elementId: string, choices: readonly string[], options?: Press) =>
      act(elementId, choices, options),

    async uploadFile(elementId: string, upload: Upload): Promise<void> {
      const { place, part } = find(workspace, id, { id: elementId, where: "modal" });
      const held = place.kind === "view" ? place.view.state.values[part.block.block_id] : undefined;
      const before = (held?.[part.element.action_id]?.files ?? []) as readonly Json[];
      refuseFile(part, upload, before.length);
      const file = storeUpload(workspace, id, upload);
      const files = [...before, fileJson(file, workspace.baseUrl())];
      await holdAndTell(place, part, { type: "file_input", files });
    },

    /** Types into a select whose options the app finds. */
    async search(elementId: string, words: string, options: In = {}): Promise<readonly Option[]> {
      const { place, part } = find(workspace, id, { id: elementId, where: options.in });
      const least = part.element.min_query_length ?? 3;
      if (!part.element.type.endsWith("external_select")) throw new Error("nothing to search in");
      if (words.length < least) throw new Error(`Slack asks from ${least} characters on`);
      const wanted = { part, value: words };
      const payload = payloads.suggestionPayload(workspace, id, place, wanted);
      const { body } = await send("options", payload);
      const offered = offeredOptions(body);
      screen().offered.set(keyOf(part), offered);
      return offered;
    },

    async submit(): Promise<Outcome> {
      const view = topModal(screen().stack);
      refuseIncomplete(view);
      screen().errors = {};
      const payload = payloads.submissionPayload(workspace, id, view);
      const { body } = await send("interaction", payload);
      const outcome = applyAnswer(workspace, id, { view, body });
      workspace.changed();
      return outcome;
    },

    async closeModal(): Promise<void> {
      const top = topModal(screen().stack);
      const isCleared = top.clear_on_close;
      const closed = isCleared ? screen().stack.toReversed() : [top];
      screen().stack = isCleared ? [] : screen().stack.slice(0, -1);
      screen().errors = {};
      for (const view of closed.filter(({ notify_on_close }) => notify_on_close)) {
        await send("interaction", payloads.closedPayload(workspace, id, { view, isCleared }));
      }
      workspace.changed();
    },

    async shortcut(callbackId: string): Promise<void> {
      await send("interaction", payloads.shortcutPayload(workspace, id, callbackId));
    },

    async messageShortcut(callbackId: string, message: Message): Promise<void> {
      const chosenOne = { callbackId, message };
      await send("interaction", payloads.messageShortcutPayload(workspace, id, chosenOne));
    },

    /** Writes in a channel, in a thread of it, or to the app in their direct messages; with files or without. */
    async say(words: string, to: Saying = {}): Promise<Message> {
      const { channel = workspace.directChannelOf(id), thread, files: uploads = [] } = to;
      const files = uploads.map((upload) => storeUpload(workspace, id, upload).id);
      const message = {
        ts: workspace.newTs(),
        channel,
        user: id,
        text: words,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...(files.length === 0 ? {} : { files }),
      };
      workspace.messages.push(message);
      const kind = workspace.channels.get(channel)?.isDirect ? "im" : "channel";
      const event = {
        ...messageJson(message, workspace),
        ...(files.length === 0 ? {} : { subtype: "file_share" }),
        channel,
        channel_type: kind,
      };
      await send("event", payloads.eventPayload(workspace, event));
      return message;
    },

    /** Any other event that Slack would tell because of this person. */
    async event(type: string, fields: Json = {}): Promise<void> {
      await send("event", payloads.eventPayload(workspace, { type, user: id, ...fields }));
    },

    home: (): View | undefined => screen().home,
    modal: (): View | undefined => screen().stack.at(-1),
    modalStack: (): readonly View[] => screen().stack,
    fieldErrors: (): Readonly<Record<string, string>> => screen().errors,
    messages: (channel: string): readonly Message[] =>
      workspace.messages.filter(
        (message) => message.channel === channel && sees(workspace, id, message),
      ),
    ephemerals: (): readonly Message[] =>
      workspace.messages.filter(({ ephemeralTo }) => ephemeralTo === id),
    files: (): readonly StoredFile[] => {
      const seen = workspace.messages.filter((message) => sees(workspace, id, message));
      const ids = new Set(seen.flatMap(({ files }) => files ?? []));
      return [...workspace.files.values()].filter((file) => ids.has(file.id));
    },

    /** All that is on the screen: the open modal, or Home and the messages. */
    screen(): string {
      const { stack, home, errors } = screen();
      if (stack.length > 0) return text(stack.at(-1), errors);
      const messages = workspace.messages.filter((message) => sees(workspace, id, message));
      return [text(home), ...messages.map((message) => text(message))].join("\n\n");
    },

    /** Waits until the screen shows it, for what an app does after its acknowledgement. */
    sees(wanted: string | RegExp, { withinMs = 5_000 } = {}): Promise<string> {
      const shows = (shown: string): boolean =>
        typeof wanted === "string" ? shown.includes(wanted) : wanted.test(shown);
      return workspace.until(
        () => (shows(this.screen()) ? this.screen() : undefined),
        () => `${id} does not see ${wanted}, but:\n${this.screen()}`,
        withinMs,
      );
    },
  };
}

async function delivered(courier: Courier, kind: DeliveryKind, payload: Json): Promise<Answer> {
  const given = await courier.deliver(kind, payload);
  if (given.status === 504) throw new Error("operation_timeout");
  if (given.status >= 300) throw new Error(`dispatch_failed: HTTP ${given.status}`);
  return given;
}

const keyOf = ({ block, element }: Part): string => `${block.block_id}/${element.action_id}`;

const idsOf = ({ block, element }: Part): Json => ({
  type: element.type,
  action_id: element.action_id,
  block_id: block.block_id,
});

function pressed({ element }: Part, value: string | undefined): Json {
  if (element.type === "overflow") {
    const { selected_option } = chosenOption(element.options ?? [], value);
    return { selected_option };
  }
  const { text: words, value: own, style } = element;
  return { text: words, ...(own !== undefined && { value: own }), ...(style && { style }) };
}

function chosenOption(options: readonly Option[], value: string | undefined): Json {
  const found = options.find((one) => one.value === value || one.text.text === value);
  if (!found) {
    throw new Error(`no item ${value}; there are: ${options.map((one) => one.value).join(", ")}`);
  }
  return { selected_option: found };
}

function refuseUnconfirmed(
  dialog: Confirm | undefined,
  confirm: boolean | undefined,
  elementId: string,
): void {
  if (dialog && confirm === undefined) {
    throw new Error(`${elementId} asks first, answer with confirm:\n${confirmText(dialog)}`);
  }
  if (!dialog && confirm !== undefined) throw new Error(`${elementId} asks nothing`);
}

function topModal(stack: readonly View[]): View {
  const top = stack.at(-1);
  if (!top) throw new Error("no modal is open");
  return top;
}

const MAX_FILE_BYTES = 10 * 1024 * 1024;

function refuseFile({ element }: Part, { name, bytes }: Upload, before: number): void {
  if (element.type !== "file_input") throw new Error("no place for files");
  if (before >= (element.max_files ?? 10))
    throw new Error(`takes ${element.max_files ?? 10} files`);
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  const { filetypes } = element;
  if (filetypes && !filetypes.includes(ending)) {
    throw new Error(`takes ${filetypes.join(", ")}, came ${ending}`);
  }
  if (bytes.length > MAX_FILE_BYTES) throw new Error("takes files of 10 MB");
}

function storeUpload(workspace: Workspace, userId: string, upload: Upload): StoredFile {
  const id = newFile(workspace, upload.name, userId, upload.bytes.length);
  const file = workspace.files.get(id);
  if (!file) throw new Error(`no file ${id}`);
  const { bytes, mimetype } = upload;
  const stored = { ...file, bytes, mimetype, isComplete: true };
  workspace.files.set(id, stored);
  return stored;
}
