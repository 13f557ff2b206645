import type { InputBlock, PlainTextOption } from "@slack/types";
import type { InvoiceId } from "#core/ids.ts";
import type { StageInvoice } from "#db/queries/home/read-stage-invoices.ts";
import type { Texts } from "../../../texts/texts.ts";
import { option, plain } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { inputBlock, tickedIn, VALUE } from "../../fields.ts";
import { LIMITS } from "../../limits.ts";
import type { FormValues } from "../../view-of.ts";
import type { Workspace } from "../workspace.ts";

/** Fields that the forms of e-mails and of text messages share. */
export const MESSAGE_FIELDS = {
  to: "to",
  cc: "cc",
  theirs: "theirs",
  subject: "subject",
  body: "body",
  saveAs: "name",
  note: "note",
  accents: "accents",
  invoices: "invoices",
  confirm: "confirm",
} as const;
const F = MESSAGE_FIELDS;

const TICKED = "yes";

type TickField = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly optional: boolean;
};

/** One box to tick; Slack sends no form without it unless it is optional. */
export const tickField = ({ id, label, text, optional }: TickField): InputBlock =>
  inputBlock(
    { id, label, optional },
    { type: "checkboxes", action_id: VALUE, options: [option(text, TICKED)] },
  );

export const isTicked = (values: FormValues, id: string): boolean =>
  Object.values(values[id] ?? {}).some(({ selected_options: chosen }) => (chosen ?? []).length > 0);

/** Of whatever element stands in the block: those that tell each keystroke have a name of their own. */
export const textIn = (values: FormValues, id: string): string =>
  Object.values(values[id] ?? {}).at(0)?.value ?? "";

/** Addresses or numbers, as people put several into one line. Without any, the record's is taken. */
export function listIn(values: FormValues, id: string): readonly string[] | undefined {
  const parts = textIn(values, id).split(/[,;\n]/);
  const found = parts.map((part) => part.trim()).filter((part) => part !== "");
  return found.length === 0 ? undefined : found;
}

/** The customer's invoices that a message may be about. */
export async function invoicesToMention(
  { reads }: SlackDeps,
  { customer }: Workspace,
): Promise<readonly StageInvoice[]> {
  const stages = ["in agreement", "awaiting negotiation", "in contact"] as const;
  const found = await Promise.all(
    stages.map((stage) => reads.stageInvoices({ customer, stage }, LIMITS.options)),
  );
  return found.flatMap((one) => one?.invoices ?? []).slice(0, LIMITS.options);
}

/** Nothing where there is nothing to choose: Slack refuses a select without options. */
export function invoicesField(
  invoices: readonly StageInvoice[],
  texts: Texts,
  hint: string,
): InputBlock[] {
  if (invoices.length === 0) return [];
  const { say } = texts;
  const field = { id: F.invoices, label: say("slack-work-invoices"), hint, optional: true };
  return [
    inputBlock(field, {
      type: "multi_static_select",
      action_id: VALUE,
      placeholder: plain(say("slack-work-choose"), LIMITS.placeholder),
      options: invoices.map((invoice) => invoiceOption(invoice, texts)),
    }),
  ];
}

const invoiceOption = (one: StageInvoice, { say, money, date }: Texts): PlainTextOption =>
  option(
    say("slack-work-invoice-option", {
      invoice: one.number ?? one.invoice,
      amount: money(one.balanceCents),
      due: date(one.dueDate),
    }),
    one.invoice,
  );

export const invoicesIn = (values: FormValues): readonly InvoiceId[] =>
  tickedIn(values, F.invoices).map((invoice) => invoice as InvoiceId);
