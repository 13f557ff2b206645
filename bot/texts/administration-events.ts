import { type Change, changeKind } from "#core/administration/change.ts";
import type { AdministrationEvent } from "#core/administration/events.ts";
import type { LadderRecord } from "#core/administration/ladders.ts";
import type { RoleRecord } from "#core/administration/roles.ts";
import { isLadderAction } from "#core/ladder/ladder.ts";
import { allowed } from "./administration-messages.ts";
import type { Args } from "./catalogue.ts";
import { quoted } from "./masking.ts";
import { type Words, word } from "./words.ts";

type EventArgs = {
  readonly [Kind in AdministrationEvent["kind"]]: (
    event: Extract<AdministrationEvent, { readonly kind: Kind }>,
    words: Words,
  ) => Args;
};

/** What was changed, with every field that is another now, from what to what. */
export const ADMINISTRATION_EVENTS: EventArgs = {
  role_changed: ({ data }, w) => told(data, w, roleDetails),
  operator_deactivated: ({ data }, w) => told(data, w),
  category_changed: ({ data }, w) => told(data, w, fieldDetails),
  ledger_unit_changed: ({ data }, w) => ({
    ...told(data, w, fieldDetails),
    code: (data.after ?? data.before)?.code ?? "",
  }),
  payment_profile_changed: ({ data }, w) => told(data, w, fieldDetails),
  ladder_changed: ({ data }, w) => told(data, w, ladderDetails),
  policy_changed: ({ data }) => ({
    before: data.before?.length ?? 0,
    after: data.after?.length ?? 0,
  }),
  template_deleted: ({ data }) => ({
    name: data.before?.name ?? "",
    channel: data.before?.channel ?? "",
  }),
  api_token_added: ({ data }, { list }) => ({ ...data, scopes: list(data.scopes) }),
  api_token_revoked: ({ data }) => ({ name: data.name }),
  outbox_retried: ({ data }, w) => ({
    what: word(w, "effect", data.what),
    error: data.error ?? w.say("outbox-no-error"),
  }),
  outbox_dropped: ({ data }, w) => ({
    what: word(w, "effect", data.what),
    reason: data.reason,
  }),
};

type Named = { readonly name: string };
type Details<Value> = (before: Value, after: Value, words: Words) => readonly string[];

function told<Value extends Named>(
  change: Change<Value>,
  words: Words,
  detailsOf: Details<Value> = () => [],
): Args {
  const { before, after } = change;
  const details = before === null || after === null ? [] : detailsOf(before, after, words);
  return {
    name: (after ?? before)?.name ?? "",
    change: word(words, "change", changeKind(change)),
    details: details.length === 0 ? "" : `: ${details.join("; ")}`,
  };
}

/** Whether it is offered is in the word for the change; an id means nothing to people. */
const UNSAID: ReadonlySet<string> = new Set(["id", "active"]);

function fieldDetails(before: object, after: object, words: Words): readonly string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([field, value]) => !UNSAID.has(field) && was.get(field) !== value)
    .map(([field, value]) =>
      fromTo(
        word(words, "field", field),
        { before: shown(was.get(field), words), after: shown(value, words) },
        words,
      ),
    );
}

const shown = (value: unknown, { say }: Words): string =>
  value === null || value === undefined ? say("value-none") : quoted(`${value}`);

const fromTo = (
  field: string,
  values: { readonly before: string; readonly after: string },
  { say }: Words,
): string => say("change-detail", { field, ...values });

function roleDetails(before: RoleRecord, after: RoleRecord, words: Words): readonly string[] {
  const amounts = (["maxDiscount", "maxInstalments", "maxAmountCents"] as const)
    .filter((field) => before.allowance[field] !== after.allowance[field])
    .map((field) => {
      const limitOf = ({ allowance }: RoleRecord) => {
        const value = allowance[field];
        return value === null ? words.say("value-unlimited") : allowed(field, value, words);
      };
      const values = { before: limitOf(before), after: limitOf(after) };
      return fromTo(word(words, "allowance-field", field), values, words);
    });
  return [...gainedAndLost(before.permissions, after.permissions, words), ...amounts];
}

function ladderDetails(before: LadderRecord, after: LadderRecord, words: Words) {
  const renamed =
    before.name === after.name
      ? []
      : fieldDetails({ name: before.name }, { name: after.name }, words);
  return [...renamed, ...gainedAndLost(stepsOf(before, words), stepsOf(after, words), words)];
}

const stepsOf = ({ steps }: LadderRecord, words: Words): readonly string[] =>
  steps.map(({ day, action }) =>
    words.say("ladder-step", {
      day: `${day}`,
      action: isLadderAction(action) ? word(words, "ladder-action", action) : action,
    }),
  );

function gainedAndLost(
  before: readonly string[],
  after: readonly string[],
  { say, list }: Words,
): readonly string[] {
  const gained = after.filter((item) => !before.includes(item));
  const lost = before.filter((item) => !after.includes(item));
  return [
    ...(gained.length === 0 ? [] : [say("change-gained", { items: list(gained) })]),
    ...(lost.length === 0 ? [] : [say("change-lost", { items: list(lost) })]),
  ];
}
