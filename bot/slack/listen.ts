import type { App, BlockAction, SlackViewAction, SlashCommand } from "@slack/bolt";
import type { ModalView, PlainTextOption } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Permission } from "#core/access/permissions.ts";
import type { SlackDeps } from "./deps.ts";
import { doneModal, errorModal, loadingModal, strangerModal } from "./notices.ts";
import type { Person } from "./person.ts";

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

/** The part of a view that we read back. */
export type ViewOf = {
  readonly id: string;
  readonly rootId: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly metadata: string;
  readonly values: FormValues;
};

export type FormValues = Readonly<Record<string, Readonly<Record<string, FieldState>>>>;
export type FieldState = {
  readonly value?: string | null | undefined;
  readonly selected_date?: string | null | undefined;
  readonly selected_time?: string | null | undefined;
  readonly selected_option?: { readonly value?: string | undefined } | null | undefined;
  readonly selected_options?: readonly { readonly value?: string | undefined }[] | undefined;
  readonly files?: readonly { readonly id?: string | undefined }[] | undefined;
};

/** What a form answers: gone, errors at its fields, another view in its place or on top, or everything closed. */
export type FormAnswer =
  | { readonly close: "this" | "all" }
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly update: ModalView }
  | { readonly push: ModalView };

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
    const person = await deps.reads.personOf(slackUser);
    if (person === undefined) return ack({ response_action: "update", view: strangerModal(deps) });
    const submitted = viewOf(view);
    const acting = { person, client, deps, triggerId, key: `slack:${view.id}:${view.hash}` };
    const answer = answerOf(deps, person, permission, () => work({ ...acting, view: submitted }));
    const first = await Promise.race([answer, later(FORM_PATIENCE_MS)]);
    if (first !== "late") return ack(toSlack(first));
    await ack({ response_action: "update", view: loadingModal(deps) });
    await settleLate(acting, submitted.id, await answer);
  });
}

/** Options of a search, in time or none: Slack shows an error to people after 3 seconds. */
export function onSuggest(
  app: App,
  deps: SlackDeps,
  { id }: { readonly id: string },
  search: (words: string, person: Person) => Promise<readonly PlainTextOption[]>,
): void {
  app.options<"block_suggestion">(id, async ({ ack, payload, body }) => {
    const person = await deps.reads.personOf(body.user.id);
    const found = person === undefined ? [] : search(payload.value, person).catch(() => []);
    const options = await Promise.race([found, later(SUGGESTION_PATIENCE_MS)]);
    await ack({ options: options === "late" ? [] : [...options].slice(0, 100) });
  });
}

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
      await respond({ response_type: "ephemeral", text });
    };
    const person = await deps.reads.personOf(command.user_id);
    if (person === undefined) return reply(deps.texts.say("slack-stranger"));
    try {
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
  { deps, client, triggerId, slackUser, permission }: Guarded,
  work: (person: Person) => Promise<void>,
): Promise<void> {
  const open = (view: ModalView) => client.views.open({ trigger_id: triggerId, view });
  const person = await deps.reads.personOf(slackUser);
  if (person === undefined) {
    await open(strangerModal(deps));
    return;
  }
  if (permission !== undefined && !person.permissions.has(permission)) {
    const refusal = { code: "not_permitted", permission, role: person.role } as const;
    await open(errorModal(deps, deps.texts.refusal(refusal)));
    return;
  }
  try {
    await work(person);
  } catch (error) {
    const sentence = reportFailure(deps, error);
    await open(errorModal(deps, sentence)).catch(async () => {
      // The trigger may be used up or too old: then a message of one's own says it.
      await client.chat.postMessage({ channel: slackUser, text: sentence });
    });
  }
}

async function answerOf(
  deps: SlackDeps,
  person: Person,
  permission: Permission | undefined,
  work: () => Promise<FormAnswer>,
): Promise<FormAnswer> {
  if (permission !== undefined && !person.permissions.has(permission)) {
    const refusal = { code: "not_permitted", permission, role: person.role } as const;
    return { update: errorModal(deps, deps.texts.refusal(refusal)) };
  }
  try {
    return await work();
  } catch (error) {
    return { update: errorModal(deps, reportFailure(deps, error)) };
  }
}

/** People get a short code to quote; the log has the cause under it. */
export function reportFailure({ log, texts, nowMs }: SlackDeps, error: unknown): string {
  const code = (nowMs() % 1_000_000_000).toString(36).toUpperCase();
  log.error({ err: error, code }, "a Slack request failed");
  return texts.say("slack-failed", { code });
}

function toSlack(answer: FormAnswer) {
  if ("errors" in answer)
    return { response_action: "errors", errors: { ...answer.errors } } as const;
  if ("update" in answer) return { response_action: "update", view: answer.update } as const;
  if ("push" in answer) return { response_action: "push", view: answer.push } as const;
  return answer.close === "all" ? ({ response_action: "clear" } as const) : undefined;
}

/** The loading view becomes what the command answered; one that would have closed says that it is done. */
async function settleLate(
  { client, deps }: Acting,
  viewId: string,
  answer: FormAnswer,
): Promise<void> {
  const view =
    "update" in answer
      ? answer.update
      : "push" in answer
        ? answer.push
        : "errors" in answer
          ? errorModal(deps, Object.values(answer.errors).join(" "))
          : doneModal(deps, deps.texts.say("slack-done-title"), deps.texts.say("slack-done"));
  await client.views.update({ view_id: viewId, view });
}

const later = (ms: number): Promise<"late"> =>
  new Promise((resolve) => setTimeout(() => resolve("late"), ms).unref());

type RawView = {
  readonly id: string;
  readonly root_view_id: string | null;
  readonly hash: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
};

const viewOf = (view: RawView): ViewOf => ({
  id: view.id,
  rootId: view.root_view_id ?? view.id,
  hash: view.hash,
  callbackId: view.callback_id,
  metadata: view.private_metadata,
  values: view.state.values as FormValues,
});

function chosenIn(action: object): string {
  const { value, selected_option, selected_date } = action as FieldState;
  return value ?? selected_option?.value ?? selected_date ?? "";
}
