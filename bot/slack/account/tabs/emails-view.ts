import type { InputBlock } from "@slack/types";
import type { TemplateText } from "#core/administration/templates.ts";
import type { StageInvoice } from "#db/queries/home/read-stage-invoices.ts";
import type { Texts } from "../../../texts/texts.ts";
import { type Blocks, context, cut, section, typed } from "../../block-kit.ts";
import { textField } from "../../fields.ts";
import { LIMITS } from "../../limits.ts";
import { invoicesField, MESSAGE_FIELDS, tickField } from "./messages-fields.ts";
import { type Round, roundId, templateChoice } from "./messages-redraw.ts";

export const TEMPLATE = "account:email:template";
const F = MESSAGE_FIELDS;

export type EmailForm = {
  readonly customer: string;
  /** Of the customer's record. */
  readonly email: string | null;
  readonly templates: readonly TemplateText[];
  readonly invoices: readonly StageInvoice[];
  readonly maySave: boolean;
  /** What the law says against an e-mail right now. */
  readonly forbidden: string | undefined;
};

export function emailBlocks(form: EmailForm, texts: Texts): Blocks {
  const { say } = texts;
  const { subject, body } = subjectAndBody({ subject: "", body: "" }, { round: 0 }, texts);
  const saveAs = textField({
    id: F.saveAs,
    label: say("slack-work-save-as"),
    hint: say("slack-work-save-as-hint"),
    optional: true,
  });
  return [
    section(say("slack-work-email-for", { customer: typed(cut(form.customer, MAX_NAME)) })),
    ...(form.forbidden === undefined ? [] : [context(`:scales: ${typed(form.forbidden)}`)]),
    ...templateChoice(TEMPLATE, form.templates, texts),
    textField({
      id: F.to,
      label: say("slack-work-to"),
      hint: say("slack-work-to-hint"),
      initial: form.email ?? "",
    }),
    textField({ id: F.cc, label: say("slack-work-cc"), optional: true }),
    tickField({
      id: F.theirs,
      label: say("slack-work-addresses"),
      text: say("slack-work-addresses-theirs"),
      optional: true,
    }),
    subject,
    body,
    ...invoicesField(form.invoices, texts, say("slack-work-email-invoices-hint")),
    ...(form.maySave ? [saveAs] : []),
    tickField({
      id: F.confirm,
      label: say("slack-work-confirm"),
      text: say("slack-work-email-confirm"),
      optional: false,
    }),
  ];
}

type Written = Pick<TemplateText, "subject" | "body">;

/** The two fields that a template fills. */
export const subjectAndBody = (
  { subject, body }: Written,
  round: Round,
  { say }: Texts,
): { readonly subject: InputBlock; readonly body: InputBlock } => ({
  subject: textField({
    id: roundId(F.subject, round),
    label: say("slack-work-subject"),
    initial: subject ?? "",
  }),
  body: textField({
    id: roundId(F.body, round),
    label: say("slack-work-text"),
    lines: "many",
    initial: body,
    // Slack's fields hold no more; a template may.
    hint: body.length > LIMITS.section ? say("slack-work-template-cut") : undefined,
  }),
});

const MAX_NAME = 150;
