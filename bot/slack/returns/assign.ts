import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { InvoiceId } from "#core/ids.ts";
import { assignTitle, dismissTitle } from "#core/use-cases/assign-title.ts";
import type { ReturnTitleRow } from "#db/queries/returns/return-rows.ts";
import { option, plain } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { inputBlock, refusedAt, textField, textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { LIMITS } from "../limits.ts";
import { onAction, onSubmit, onSuggest, type Pressed, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openWith } from "../open.ts";
import { modalOf, plainSection, saidModal, short } from "../plain-blocks.ts";
import { RETURNS } from "./ids.ts";
import { titleLines } from "./lists.ts";

const permission = "return.read";
const INVOICE = "invoice";
const REASON = "reason";
type Meta = { readonly title: number };

/** Money that found no invoice: whose it is, or why it is put aside. */
export function registerAssigning(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: RETURNS.assign, permission }, (pressed) => openOn(pressed, assignForm));
  onAction(app, deps, { id: RETURNS.dismiss, permission }, (pressed) =>
    openOn(pressed, dismissForm),
  );
  onSubmit(app, deps, { id: RETURNS.assignForm, permission }, assign);
  onSubmit(app, deps, { id: RETURNS.dismissForm, permission }, dismiss);
  onSuggest(app, deps, { id: RETURNS.invoice }, async (words, { permissions }) => {
    if (!permissions.has(permission)) return [];
    const { money, date } = deps.texts;
    const found = await deps.reads.returns.invoices(words);
    return found
      .filter(({ invoice }) => invoice.length <= LIMITS.optionText)
      .map(({ invoice, number, name, dueDate, balanceCents }) =>
        option(
          `${short(number ?? invoice, 20)} · ${money(balanceCents)} · ${date(dueDate)} · ${short(name, 25)}`,
          invoice,
        ),
      );
  });
}

const openOn = (
  pressed: Pressed,
  form: (row: ReturnTitleRow, deps: SlackDeps) => ModalView,
): Promise<void> =>
  openWith(pressed, async () => {
    const { deps, value } = pressed;
    const row = await deps.reads.returns.title(Number(value));
    return row === undefined
      ? errorModal(deps, deps.texts.refusal({ code: "title_unknown", title: Number(value) }))
      : form(row, deps);
  });

const assignForm = (row: ReturnTitleRow, { texts }: SlackDeps): ModalView =>
  modalOf(texts, {
    callbackId: RETURNS.assignForm,
    title: texts.say("returns-assign"),
    submit: texts.say("returns-assign"),
    metadata: { title: row.title } satisfies Meta,
    blocks: [
      plainSection(titleLines(row, texts)),
      inputBlock(
        {
          id: INVOICE,
          label: texts.say("returns-invoice"),
          hint: texts.say("returns-invoice-hint"),
        },
        {
          type: "external_select",
          action_id: RETURNS.invoice,
          min_query_length: 3,
          placeholder: plain(texts.say("returns-invoice-search"), LIMITS.placeholder),
        },
      ),
    ],
  });

const dismissForm = (row: ReturnTitleRow, { texts }: SlackDeps): ModalView =>
  modalOf(texts, {
    callbackId: RETURNS.dismissForm,
    title: texts.say("returns-dismiss"),
    submit: texts.say("returns-dismiss"),
    metadata: { title: row.title } satisfies Meta,
    blocks: [
      plainSection([...titleLines(row, texts), texts.say("returns-dismiss-explained")]),
      textField({ id: REASON, label: texts.say("returns-reason"), lines: "many" }),
    ],
  });

async function assign(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { title } = JSON.parse(view.metadata) as Meta;
  const invoice = view.values[INVOICE]?.[RETURNS.invoice]?.selected_option?.value as
    | InvoiceId
    | undefined;
  if (invoice === undefined) {
    return { errors: { [INVOICE]: deps.texts.say("returns-invoice-search") } };
  }
  const request = { input: { title, invoice }, actor: person.id, today: deps.today(), key };
  const assigned = await assignTitle(deps.ports, request);
  if (!assigned.ok) {
    return refusedAt(deps.texts, assigned.refusal, { fields: [], otherwise: INVOICE });
  }
  const { amountCents, outcome } = assigned.value;
  const { say, money } = deps.texts;
  const line = say("returns-assigned", { amount: money(amountCents), invoice });
  return {
    update: saidModal(deps.texts, { lines: [line, say(`title-outcome-${outcome}`)] }),
  };
}

async function dismiss(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { title } = JSON.parse(view.metadata) as Meta;
  const input = { title, reason: textIn(view.values, REASON) };
  const request = { input, actor: person.id, today: deps.today(), key };
  const dismissed = await dismissTitle(deps.ports, request);
  if (!dismissed.ok) {
    return refusedAt(deps.texts, dismissed.refusal, { fields: [REASON], otherwise: REASON });
  }
  const amount = deps.texts.money(dismissed.value.amountCents);
  return {
    update: saidModal(deps.texts, { lines: [deps.texts.say("returns-dismissed", { amount })] }),
  };
}
