import type { PlainTextOption } from "@slack/types";
import type { InvoiceId } from "#core/ids.ts";
import { sumCents } from "#core/money.ts";
import { accept } from "#core/result.ts";
import type { Candidate } from "#db/queries/agreement/read-agreement-basis.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, type Blocks, button, option, plain, section, typed } from "../block-kit.ts";
import { checkboxesField, tickedIn } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { overdueText } from "../overdue.ts";
import { shortKey } from "../short-key.ts";
import { invoicesField, PAGE_BACK, PAGE_ON, TICK_ALL, TICK_NONE } from "./ids.ts";
import { chosenCandidates } from "./proposal.ts";
import { type Shown, type Step, stepView } from "./step.ts";

/** As many as Slack takes in one group of ticks. */
const PAGE_ROWS = LIMITS.checkboxOptions;

/** Which invoices enter: what may not is shown with its reason, and cannot be ticked. */
export const chooseStep: Step = {
  view(shown) {
    const { basis, texts } = shown;
    if (basis.candidates.length === 0) {
      return stepView(shown, { blocks: [section(texts.say("wizard-nothing-to-choose"))] });
    }
    return stepView(shown, {
      submit: "wizard-next",
      blocks: [
        section(chosenLine(shown)),
        ...tickBlocks(shown),
        ...refusedBlocks(shown),
        ...pageButtons(shown),
      ],
    });
  },
  read(values, shown) {
    const { form, place } = shown;
    const ticked = new Set(tickedIn(values, invoicesField(place.page, form.round)));
    const here = new Set(pageOf(shown).map(({ invoice }) => invoice));
    const elsewhere = new Set(form.invoices.filter((invoice) => !here.has(invoice)));
    const stays = ({ invoice }: Pick<Candidate, "invoice">): boolean =>
      here.has(invoice) ? ticked.has(keyOf(invoice)) : elsewhere.has(invoice);
    const known = new Set(shown.basis.candidates.map(({ invoice }) => invoice));
    // Ticked, and no candidate any more: the core says why.
    const gone = form.invoices.filter((one) => !known.has(one) && ticked.has(keyOf(one)));
    const chosen = choosable(shown.basis.candidates)
      .filter(stays)
      .map(({ invoice }) => invoice);
    const invoices = [...chosen, ...gone];
    return accept({ ...form, invoices });
  },
};

export const choosable = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter((one) => one.authorisation === "authorised" && one.forbidden === null);

export const pagesOfInvoices = ({ basis }: Pick<Shown, "basis">): number =>
  Math.max(1, Math.ceil(basis.candidates.length / PAGE_ROWS));

const pageOf = ({ basis, place }: Shown): readonly Candidate[] =>
  basis.candidates.slice(place.page * PAGE_ROWS, (place.page + 1) * PAGE_ROWS);

function chosenLine({ form, basis, texts }: Shown): string {
  const chosen = chosenCandidates(form, basis);
  return texts.say("wizard-chosen", {
    count: chosen.length,
    amount: texts.money(sumCents(chosen.map(({ balanceCents }) => balanceCents))),
  });
}

function tickBlocks(shown: Shown): Blocks {
  const { form, place, texts } = shown;
  const rows = choosable(pageOf(shown));
  if (rows.length === 0) return [];
  return [
    checkboxesField({
      id: invoicesField(place.page, form.round),
      label: texts.say("wizard-invoices"),
      options: rows.map((row) => tick(row, texts)),
      ticked: new Set(form.invoices.map(keyOf)),
      // On one of several pages nothing need be ticked.
      optional: pagesOfInvoices(shown) > 1,
    }),
  ];
}

const tick = (row: Candidate, texts: Texts): PlainTextOption => {
  const overdue = overdueText(row.daysOverdue, texts);
  return {
    ...option(invoiceLine(row, texts), keyOf(row.invoice)),
    description: plain(
      row.leaves === null
        ? texts.say("wizard-authorised", { overdue })
        : texts.say("wizard-authorised-broken", {
            overdue,
            agreement: `${row.leaves}`,
          }),
      LIMITS.optionText,
    ),
  };
};

const invoiceLine = (row: Candidate, { say, money, date }: Texts): string =>
  say("wizard-invoice-line", {
    number: row.number ?? row.invoice,
    date: date(row.dueDate),
    amount: money(row.balanceCents),
  });

function refusedBlocks(shown: Shown): Blocks {
  const { texts } = shown;
  const refused = pageOf(shown).flatMap((row) => {
    const why = whyNot(row, texts);
    return why === undefined ? [] : [`:no_entry: ${typed(invoiceLine(row, texts))}\n${why}`];
  });
  return refused.map((line) => section(line));
}

function whyNot(
  { invoice, authorisation, forbidden }: Candidate,
  texts: Texts,
): string | undefined {
  if (authorisation !== "authorised") {
    return typed(texts.refusal({ code: "invoice_not_authorised", invoice, ...authorisation }));
  }
  if (forbidden === null) return undefined;
  return typed(texts.refusal({ code: "law_forbids_collection", invoice, verdict: forbidden }));
}

function pageButtons(shown: Shown): Blocks {
  const { place, texts } = shown;
  const { say } = texts;
  const pages = pagesOfInvoices(shown);
  const page = { page: `${place.page + 1}`, pages: `${pages}` };
  return [
    ...(pages > 1 ? [section(say("wizard-page", page))] : []),
    ...actions(
      ...(place.page > 0 ? [button({ id: PAGE_BACK, text: say("wizard-page-back") })] : []),
      ...(place.page + 1 < pages ? [button({ id: PAGE_ON, text: say("wizard-page-on") })] : []),
      button({ id: TICK_ALL, text: say("wizard-tick-all") }),
      button({ id: TICK_NONE, text: say("wizard-tick-none") }),
    ),
  ];
}

/** An id as an option's value; Slack takes 75 characters. */
export const keyOf = (invoice: InvoiceId): string =>
  invoice.length <= LIMITS.optionText ? invoice : shortKey(invoice);
