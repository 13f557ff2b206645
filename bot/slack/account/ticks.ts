import type { Checkboxes } from "@slack/types";
import type { InvoiceId } from "#core/ids.ts";
import { option } from "../block-kit.ts";
import type { FormValues } from "../view-of.ts";
import type { Workspace } from "./workspace.ts";

export const TICK = "account:tick";
const TICKED = "ticked";
/** Ids together may take so much of the metadata, which holds 3,000 characters of all things. */
const MAX_CHOSEN_CHARACTERS = 1_500;

/** The block that an invoice's box stands in says which one it is. */
export const tickBlock = ({ round }: Workspace, invoice: InvoiceId): string =>
  `tick:${round}:${invoice}`;

export function tickBox(label: string, isTicked: boolean): Checkboxes {
  const only = option(label, TICKED);
  return {
    type: "checkboxes",
    action_id: TICK,
    options: [only],
    ...(isTicked ? { initial_options: [only] } : {}),
  };
}

/** With what the person sees ticked now; Slack tells it with every press in the view. */
export function withTicks(workspace: Workspace, values: FormValues): Workspace {
  const prefix = `tick:${workspace.round}:`;
  const visible = Object.entries(values).flatMap(([block, elements]) =>
    block.startsWith(prefix)
      ? [
          {
            invoice: block.slice(prefix.length) as InvoiceId,
            isTicked: (elements[TICK]?.selected_options ?? []).length > 0,
          },
        ]
      : [],
  );
  const elsewhere = workspace.chosen.filter(
    (one) => !visible.some(({ invoice }) => invoice === one),
  );
  const ticked = visible.filter(({ isTicked }) => isTicked).map(({ invoice }) => invoice);
  return withChosen(workspace, [...elsewhere, ...ticked]);
}

/** As many as the metadata can carry. */
export function withChosen(workspace: Workspace, invoices: readonly InvoiceId[]): Workspace {
  const chosen: InvoiceId[] = [];
  let characters = 0;
  for (const invoice of invoices) {
    characters += JSON.stringify(invoice).length + 1;
    if (characters > MAX_CHOSEN_CHARACTERS) break;
    chosen.push(invoice);
  }
  return { ...workspace, chosen };
}
