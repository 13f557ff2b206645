import type { App, BlockAction, SlackViewAction, SlashCommand } from "@slack/bolt";
import type { ModalView, PlainTextOption } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Permission } from "#core/access/permissions.ts";
import type { SlackDeps } from "./deps.ts";
import { forbidden, reportFailure, tell } from "./failure.ts";
import { type FormAnswer, settleLate, toSlack } from "./form-answer.ts";
import { errorModal, loadingModal, strangerModal } from "./notices.ts";
import type { Person } from "./person.ts";
import { type FieldState, type ViewOf, viewOf } from "./view-of.ts";

/**
 * Slack forgets a request that is not acknowledged within 3 seconds. Everything here acknowledges first; a form, whose
 * refusal must stand at its field, waits for its command this long and then goes on in a loading view.
 */
const FORM_PATIENCE_MS = 2_200;
const SUGGESTION_PATIENCE_MS = 2_200;

export type Acting = {
  readonly person: Person;
  readonly client: WebClient;
  readonly deps: SlackDeps;
  /** Opens a view once, within 3 seconds. */
  readonly triggerId: string;
  /** The same for a repeated delivery of the same act: the key of its command. */
  readonly key: string;
};

export type Pressed = Acting & {
  /** The button's value, or what was chosen; "" when cleared. */
  readonly value: string;
  readonly body: BlockAction;
  readonly view: ViewOf | undefined;
};

type Guard = { readonly permission?: Permission | undefined };

/** A press, a choice or a date anywhere: acknowledged, then worked on. */
export function onAction(
  app: App,
  deps: SlackDeps,
  { id, permission }: Guard & { readonly id: string | RegExp },
  work: (pressed: Pressed) => Promise<void>,
): void {
  app.action<BlockAction>(id, async ({ ack, body, action, client }) => {
    await ack();
    const triggerId = body.trigger_id;
    await guarded(
      { deps, client, triggerId, slackUser: body.user.id, permission },
      async (person) => {
        const actionTs = "action_ts" in action ? action.action_ts : triggerId;
        await work({
          person,
          client,
          deps,
          triggerId,
          body,
          value: chosenIn(action),
          view: body.view === undefined ? undefined : viewOf(body.view),
          key: `slack:${body.user.id}:${actionTs}`,
        });
      },
    );
  });
}

export type Submitted = Acting & { readonly view: ViewOf };

/** A form that was sent. */
export function onSubmit(
  app: App,
  deps: SlackDeps,
  { id, permission }: Guard & { readonly id: string },
  work: (submitted: Submitted) => Promise<FormAnswer>,
): void {
  app.view<SlackViewAction>(id, async ({ ack, body, view, client }) => {
    const triggerId = "trigger_id" in body ? String(body.trigger_id) : "";
    const slackUser = body.user.id;
    const person = await knownPerson(deps, slackUser);
    if ("view" in person) return ack({ response_action: "update", view: person.view });
    const submitted = viewOf(view);
    const acting = { person, client, deps, triggerId, key: `slack:${view.id}:${view.hash}` };
    const answer = answerOf(deps, person, permission, () => work({ ...acting, view: submitted }));
    const first = await Promise.race([answer, later(FORM_PATIENCE_MS)]);
    if (first !== "late") return ack(toSlack(first));
    await ack({ response_action: "update", view: loadingModal(deps) });
    await settleLate(acting, submitted.id, await answer);
  });
}

async function knownPerson(
  deps: SlackDeps,
  slackUser: string,
): Promise<Person | { readonly view: ModalView }> {
  try {
    return (await deps.reads.personOf(slackUser)) ?? { view: strangerModal(deps) };
  } catch (error) {
    return { view: errorModal(deps, reportFailure(deps, error)) };
  }
}

/** Options of a search, in time or none: Slack shows an error to people after 3 seconds. */
export function onSuggest(
  app: App,
  deps: SlackDeps,
  { id }: { readonly id: string },
  search: (words: string, person: Person) => Promise<readonly PlainTextOption[]>,
): void {
  app.options<"block_suggestion">(id, async ({ ack, payload, body }) => {
    const found = deps.reads
      .personOf(body.user.id)
      .then((person) => (person === undefined ? [] : search(payload.value, person)))
      .catch(() => []);
    const options = await Promise.race([found, later(SUGGESTION_PATIENCE_MS)]);
    await ack({ options: options === "late" ? [] : [...options].slice(0, 100) });
  });
}

export type ShortcutUsed = Acting & {
  /** What stands in the message that it was used on; undefined: on none. */
  readonly message: MessageOf | undefined;
};
export type MessageOf = { readonly text: string; readonly blocks: readonly unknown[] };

/** A shortcut, of the whole workspace or of a message. */
export function onShortcut(
  app: App,
  deps: SlackDeps,
  { id, permission }: Guard & { readonly id: string },
  work: (used: ShortcutUsed) => Promise<void>,
): void {
  app.shortcut(id, async ({ ack, shortcut, client }) => {
    await ack();
    const { trigger_id: triggerId, user, action_ts: actionTs } = shortcut;
    const key = `slack:${user.id}:${actionTs}`;
    const message = shortcut.type === "message_action" ? messageOf(shortcut.message) : undefined;
    await guarded({ deps, client, triggerId, slackUser: user.id, permission }, (person) =>
      work({ person, client, deps, triggerId, key, message }),
    );
  });
}

const messageOf = (message: Readonly<Record<string, unknown>>): MessageOf => ({
  text: typeof message.text === "string" ? message.text : "",
  blocks: Array.isArray(message.blocks) ? message.blocks : [],
});

export type Commanded = Acting & {
  readonly words: string;
  /** An answer that only the person sees. */
  readonly reply: (text: string) => Promise<void>;
};

export function onCommand(
  app: App,
  deps: SlackDeps,
  name: string,
  work: (commanded: Commanded) => Promise<void>,
): void {
  app.command(name, async ({ ack, command, client, respond }) => {
    await ack();
    const reply = async (text: string) => {
      await respond({ response_type: "ephemeral", text }).catch((error: unknown) =>
        deps.log.warn({ err: error }, "Slack: a command was not answered"),
      );
    };
    try {
      const person = await deps.reads.personOf(command.user_id);
      if (person === undefined) return await reply(deps.texts.say("slack-stranger"));
      await work({
        person,
        client,
        deps,
        triggerId: command.trigger_id,
        key: keyOfCommand(command),
        words: command.text.trim(),
        reply,
      });
    } catch (error) {
      await reply(reportFailure(deps, error));
    }
  });
}

const keyOfCommand = ({ user_id, trigger_id }: SlashCommand): string =>
  `slack:${user_id}:${trigger_id}`;

type Guarded = Guard & {
  readonly deps: SlackDeps;
  readonly client: WebClient;
  readonly triggerId: string;
  readonly slackUser: string;
};

async function guarded(
  { permission, ...telling }: Guarded,
  work: (person: Person) => Promise<void>,
): Promise<void> {
  const { deps, slackUser } = telling;
  const say = (sentence: string) => tell(telling, { view: errorModal(deps, sentence), sentence });
  try {
    const person = await deps.reads.personOf(slackUser);
    if (person === undefined) {
      const sentence = deps.texts.say("slack-stranger");
      return await tell(telling, { view: strangerModal(deps), sentence });
    }
    const refused = forbidden(deps, person, permission);
    if (refused !== undefined) return await say(refused);
    await work(person);
  } catch (error) {
    await say(reportFailure(deps, error));
  }
}

async function answerOf(
  deps: SlackDeps,
  person: Person,
  permission: Permission | undefined,
  work: () => Promise<FormAnswer>,
): Promise<FormAnswer> {
  const refused = forbidden(deps, person, permission);
  if (refused !== undefined) return { update: errorModal(deps, refused) };
  try {
    return await work();
  } catch (error) {
    return { update: errorModal(deps, reportFailure(deps, error)) };
  }
}

const later = (ms: number): Promise<"late"> =>
  new Promise((resolve) => setTimeout(() => resolve("late"), ms).unref());

function chosenIn(action: object): string {
  const { value, selected_option, selected_date } = action as FieldState;
  return value ?? selected_option?.value ?? selected_date ?? "";
}
