import type { App } from "@slack/bolt";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import { savePolicy } from "#core/use-cases/save-policy.ts";
import type { Texts } from "../../texts/texts.ts";
import type { SlackDeps } from "../deps.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { shortKey } from "../short-key.ts";
import { metaOf, openForm } from "./form.ts";
import { pageOf } from "./pages.ts";
import { FIRST, POLICY_FORM, policyFieldOf, policyForm, policyRowIn } from "./policy-form.ts";
import { settleForm, settlePress } from "./show.ts";
import { type Item, type Place, SUBJECT_PERMISSIONS, type Subject } from "./subject.ts";

export const ADD_ROW = "administration:policy:add";
export const EDIT_ROW = "administration:policy:edit";
export const DELETE_ROW = "administration:policy:delete";

export const policy: Subject = { name: "policy", list };

export function registerPolicy(app: App, deps: SlackDeps): void {
  const permission = SUBJECT_PERMISSIONS.policy;
  onAction(app, deps, { id: ADD_ROW, permission }, (pressed) =>
    openForm(pressed, async (standing) =>
      policyForm({ row: null, meta: { standing, id: null } }, deps.texts),
    ),
  );
  onAction(app, deps, { id: EDIT_ROW, permission }, (pressed) =>
    openForm(pressed, async (standing) => {
      const row = (await deps.reads.administration.policy()).find(isRow(pressed.value));
      return row && policyForm({ row, meta: { standing, id: keyOf(row) } }, deps.texts);
    }),
  );
  onAction(app, deps, { id: DELETE_ROW, permission }, remove);
  onSubmit(app, deps, { id: POLICY_FORM, permission }, submit);
}

/** A row has no id: it is known by all that it says, so that nobody changes one that is another by now. */
const keyOf = (row: PolicyRow): string =>
  shortKey(
    Object.entries(row)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, value]) => `${field}=${value}`)
      .join("&"),
  );

const isRow = (key: string) => (row: PolicyRow) => keyOf(row) === key;

async function list({ deps: { reads, texts } }: Acting, place: Place) {
  const { rows, first, previous, next } = pageOf(await reads.administration.policy(), place);
  return {
    items: rows.map((row, index) => itemOf(row, first + index + 1, texts)),
    intro: texts.say("admin-policy-about"),
    add: { id: ADD_ROW, text: texts.say("admin-policy-add") },
    previous,
    next,
  };
}

function itemOf(row: PolicyRow, number: number, texts: Texts): Item {
  const { say } = texts;
  const reach = reachOf(row, texts);
  const value = keyOf(row);
  return {
    text: `*${number}.* ${reach}`,
    notes: [
      say("admin-policy-at-once", { discount: texts.percent(row.maxDiscountAtOnce) }),
      row.maxInstalments === 1
        ? say("admin-policy-not-split")
        : say("admin-policy-split", {
            instalments: row.maxInstalments,
            discount: texts.percent(row.maxDiscountSplit),
            least: texts.money(row.minInstalmentCents),
          }),
      say("admin-policy-days", { due: row.latestFirstDueDays, stands: row.offerStandsDays }),
    ],
    buttons: [
      { id: EDIT_ROW, text: say("admin-edit"), value },
      {
        id: DELETE_ROW,
        text: say("admin-delete"),
        value,
        style: "danger",
        confirm: {
          title: say("admin-policy-delete-title"),
          text: say("admin-policy-delete-text", { number, reach }),
          yes: say("admin-delete"),
          no: say("slack-no"),
        },
      },
    ],
  };
}

/** Which debts a row covers. */
function reachOf(row: PolicyRow, texts: Texts): string {
  const { say } = texts;
  const days =
    row.daysOverdueTo === null
      ? say("admin-policy-days-from", { from: row.daysOverdueFrom })
      : say("admin-policy-days-between", { from: row.daysOverdueFrom, to: row.daysOverdueTo });
  const from = texts.money(row.amountFromCents);
  const amounts =
    row.amountToCents === null
      ? say("admin-policy-amount-from", { from })
      : say("admin-policy-amount-between", { from, to: texts.money(row.amountToCents) });
  return say("admin-policy-reach", { days, amounts });
}

async function remove(pressed: Pressed): Promise<void> {
  const { deps, client, triggerId, person, key, value } = pressed;
  const { texts } = deps;
  const rows = await deps.reads.administration.policy();
  const gone = rows.find(isRow(value));
  if (gone === undefined) {
    const view = errorModal(deps, texts.say("admin-policy-overtaken"));
    await client.views.push({ trigger_id: triggerId, view });
    return;
  }
  const input = { rows: rows.filter((row) => row !== gone), seen: rows };
  const request = { input, actor: person.id, today: deps.today(), key };
  await settlePress(pressed, policy, {
    result: await savePolicy(deps.ports, request),
    done: texts.say("admin-policy-deleted", { reach: reachOf(gone, texts) }),
  });
}

async function submit(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { texts } = deps;
  const { id, standing } = metaOf(view);
  const read = policyRowIn(view.values, texts);
  if ("errors" in read) return read;
  const rows = await deps.reads.administration.policy();
  const place = id === null ? rows.length : rows.findIndex(isRow(id));
  if (place === -1) return { errors: { [FIRST]: texts.say("admin-policy-overtaken") } };
  // In the place of the one that it was, so that the numbers of a refusal are those of the list.
  const table = [...rows.slice(0, place), read.row, ...rows.slice(place + 1)];
  const request = {
    input: { rows: table, seen: rows },
    actor: person.id,
    today: deps.today(),
    key,
  };
  return settleForm(submitted, policy, {
    standing,
    result: await savePolicy(deps.ports, request),
    done: texts.say("admin-policy-saved", { reach: reachOf(read.row, texts) }),
    fieldOf: (refusal) => policyFieldOf(refusal, place + 1),
  });
}
