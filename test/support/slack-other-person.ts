import type { WebClient } from "@slack/web-api";
import { expect } from "vitest";
import type { Courier, DeliveryKind } from "#test/emulators/slack/delivery.ts";
import { chosen, optionsOf, type Part, partsOf, stateOf } from "#test/emulators/slack/inputs.ts";
import { text } from "#test/emulators/slack/render.ts";
import type { Block, Json, Message, Values, View } from "#test/emulators/slack/types.ts";
import type { Recorder } from "./slack-recorder.ts";

export type Surroundings = {
  /** Looks into the other Slack, unrecorded. */
  readonly watcher: WebClient;
  readonly recorder: Recorder;
  readonly courier: Courier;
  /** A trigger of the person, from a view if one is named. */
  readonly trigger: (userId: string, viewId?: string) => Promise<string>;
};

export type OtherPerson = ReturnType<typeof createOtherPerson>;

/**
 * Somebody at a Slack that acts for nobody: signs what Slack would send, out of what that Slack holds, and puts there what an
 * answer to a form asks for.
 */
export function createOtherPerson(
  around: Surroundings,
  { id, channel }: { id: string; channel: string },
) {
  const { watcher, recorder, courier } = around;
  const typed = new Map<string, Values>();
  const triggers = new Set<string>();
  let closed: readonly string[] = [];
  let serial = 0;

  /** The modals that stand, the last on top, as that Slack answered with them. */
  const stack = (): View[] => {
    const views = new Map<string, View>();
    for (const { args, answer } of recorder.calls) {
      const view = answer.view as View | undefined;
      if (answer.ok !== true || view?.type !== "modal") continue;
      if (triggers.has(String(args.trigger_id)) || views.has(view.id)) views.set(view.id, view);
    }
    return [...views.values()].filter((view) => !closed.includes(view.id)).map(seen);
  };
  const home = (): View | undefined => {
    const published = recorder.calls.findLast(
      ({ method, args, answer }) => method === "views.publish" && args.user_id === id && answer.ok,
    );
    return published === undefined ? undefined : seen(published.answer.view as View);
  };
  const seen = (view: View): View => {
    const blocks = named(view.blocks);
    return { ...view, blocks, state: { values: stateOf(blocks, typed.get(view.id)) } };
  };

  const newTrigger = async (viewId?: string): Promise<string> => {
    const trigger = await around.trigger(id, viewId);
    triggers.add(trigger);
    return trigger;
  };
  const send = async (kind: DeliveryKind, payload: Json): Promise<unknown> => {
    const { status, body } = await courier.deliver(kind, payload);
    expect(status).toBe(200);
    return body;
  };
  const who = () => ({
    team: { id: "T000000001" },
    user: { id },
    api_app_id: "A000000001",
    token: "t",
  });
  const top = (): View => {
    const view = stack().at(-1);
    if (view === undefined) throw new Error("no modal is open");
    return view;
  };
  const act = async (view: View, { block, element }: Part, action: Json): Promise<void> => {
    await send("interaction", {
      type: "block_actions",
      ...who(),
      trigger_id: await newTrigger(view.type === "modal" ? view.id : undefined),
      container: { type: "view", view_id: view.id },
      view,
      actions: [
        { ...ids(block, element.action_id), type: element.type, ...action, action_ts: ts() },
      ],
    });
  };
  /** Unlike any other: the key of a command is made of it. */
  const ts = (): string => `${Math.floor(Date.now() / 1_000)}.${String(++serial).padStart(6, "0")}`;

  return {
    id,
    home,
    modal: (): View | undefined => stack().at(-1),
    screen: (): string => text(stack().at(-1) ?? home()),

    async openHome(): Promise<void> {
      const event = {
        type: "app_home_opened",
        user: id,
        channel: "D1",
        tab: "home",
        event_ts: ts(),
      };
      await send("event", { type: "event_callback", team_id: "T000000001", event });
    },

    async slash(words: string): Promise<void> {
      await send("command", {
        command: "/cobranca",
        text: words,
        user_id: id,
        team_id: "T000000001",
        channel_id: channel,
        response_url: recorder.responseUrl(channel, id),
        trigger_id: await newTrigger(),
      });
    },

    /** A button of the modal on top, else of the Home; `value` says which of several. */
    async press(actionId: string, value?: string): Promise<void> {
      const view = stack().at(-1) ?? home();
      if (view === undefined) throw new Error("nothing is on the screen");
      const part = partOf(view.blocks, actionId, value);
      await act(view, part, { value: part.element.value });
    },

    async choose(actionId: string, value: string): Promise<void> {
      const view = stack().at(-1) ?? home();
      if (view === undefined) throw new Error("nothing is on the screen");
      const part = partOf(view.blocks, actionId);
      hold(view, part, value);
      if (part.block.type === "input" && part.block.dispatch_action !== true) return;
      await act(seen(view), part, chosen(part.element, value, optionsOf(part.element)));
    },

    /** In the form on top: what is typed, picked or ticked into the only element of a block. */
    fill(blockId: string, given: string | readonly string[]): void {
      const view = top();
      const part = partsOf(view.blocks).find(({ block }) => block.block_id === blockId);
      if (part === undefined) throw new Error(`no block ${blockId}`);
      hold(view, part, given);
    },

    /** The answer is put where it asks to be; errors are handed back. */
    async submit(): Promise<Readonly<Record<string, string>>> {
      const view = top();
      const trigger = await newTrigger(view.id);
      const body = (await send("interaction", {
        type: "view_submission",
        ...who(),
        trigger_id: trigger,
        view,
        response_urls: [],
      })) as { response_action?: string; view?: never; errors?: Record<string, string> } | "";
      const answer = body === "" ? {} : body;
      switch (answer.response_action) {
        case "errors":
          return answer.errors ?? {};
        case "update":
          await recorder.call("views.update", { view_id: view.id, view: answer.view });
          return {};
        case "push":
          await recorder.call("views.push", { trigger_id: trigger, view: answer.view });
          return {};
        case "clear":
          closed = [...closed, ...stack().map((one) => one.id)];
          return {};
        default:
          closed = [...closed, view.id];
          return {};
      }
    },

    close(): void {
      closed = [...closed, top().id];
    },

    /** A button of a message. */
    async pressIn(message: Message, actionId: string): Promise<void> {
      const { block, element } = partOf(message.blocks ?? [], actionId);
      await send("interaction", {
        type: "block_actions",
        ...who(),
        trigger_id: await newTrigger(),
        container: { type: "message", message_ts: message.ts, channel_id: channel },
        channel: { id: channel },
        message,
        response_url: recorder.responseUrl(channel, id),
        actions: [
          { ...ids(block, actionId), type: element.type, value: element.value, action_ts: ts() },
        ],
      });
    },

    async sees(wanted: string): Promise<void> {
      await expect.poll(() => this.screen(), { timeout: 5_000, interval: 20 }).toContain(wanted);
    },

    /** What the app said in private: in its conversation with the person. */
    async told(): Promise<readonly Json[]> {
      const { channel: direct } = await watcher.conversations.open({ users: id });
      const { messages = [] } = await watcher.conversations.history({
        channel: String(direct?.id),
      });
      return messages as unknown as readonly Json[];
    },
  };

  function hold(view: View, { block, element }: Part, given: string | readonly string[]): void {
    const value = chosen(element, given, optionsOf(element));
    const before = typed.get(view.id) ?? {};
    const held = { ...before[block.block_id], [element.action_id]: value };
    typed.set(view.id, { ...before, [block.block_id]: held });
  }
}

const ids = (block: Block, actionId: string): Json => ({
  action_id: actionId,
  block_id: block.block_id,
});

function partOf(blocks: readonly Block[], actionId: string, value?: string): Part {
  const there = partsOf(blocks);
  const found = there.find(
    ({ element }) =>
      element.action_id === actionId && (value === undefined || element.value === value),
  );
  if (found) return found;
  throw new Error(`no ${actionId}; there are: ${there.map((one) => one.element.action_id)}`);
}

/** Slack names the blocks that the app left without a name. */
const named = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) => ({ ...block, block_id: block.block_id ?? `b${index}` }));
