import type { App } from "@slack/bolt";
import type { InvoiceId } from "#core/ids.ts";
import { editAgreementInvoice } from "#core/use-cases/edit-agreement-invoice.ts";
import { section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { dateField, dateIn, refusedAt, textField, typedIn } from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { placeOf, pushForm, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { AGREEMENTS } from "./agreement-rows.ts";

const VIEW = "account:agreement-invoice";
/** Named as the core's refusals name them. */
export const EDIT_FIELDS = { due: "due", description: "description" } as const;
const F = EDIT_FIELDS;

type OfInvoice = { readonly invoice: InvoiceId };

/** Another due date or description for an unpaid invoice that an agreement made. */
export function registerAgreementInvoiceForm(app: App, deps: SlackDeps, tools: AccountTools): void {
  const permission = "invoice.edit";
  onAction(app, deps, { id: AGREEMENTS.edit, permission }, openEditing);
  onSubmit(app, deps, { id: VIEW, permission }, (submitted) => edit(submitted, tools));
}

async function openEditing(pressed: Pressed): Promise<void> {
  const { deps, value } = pressed;
  const { say } = deps.texts;
  await pushForm<OfInvoice>(pressed, {
    callbackId: VIEW,
    titleId: "slack-account-tool-edit",
    submitId: "slack-account-save",
    blocks: [
      section(say("slack-account-edit-hint", { invoice: typed(value) })),
      dateField({ id: F.due, label: say("slack-account-new-due"), optional: true }),
      textField({ id: F.description, label: say("slack-account-new-description"), optional: true }),
    ],
    place: placeOf(pressed),
    own: { invoice: value as InvoiceId },
  });
}

async function edit(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { place, own } = readOnTop<OfInvoice>(view);
  const edited = await editAgreementInvoice(deps.ports, {
    input: {
      invoice: own.invoice,
      dueDate: dateIn(view.values, F.due),
      description: typedIn(view.values, F.description),
    },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!edited.ok) {
    return refusedAt(deps.texts, edited.refusal, { fields: Object.values(F), otherwise: F.due });
  }
  const sentence = deps.texts.say("slack-account-invoice-edited", {
    invoice: typed(edited.value.invoice),
    due: deps.texts.date(edited.value.dueDate),
    until: deps.texts.date(edited.value.breaksAfter),
  });
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}
