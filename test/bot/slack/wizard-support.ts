import { INVOICES } from "#bot/slack/account/tabs/invoices.ts";
import type { Person } from "#test/emulators/slack/person.ts";
import type { Name, Office } from "#test/support/slack-office.ts";
import { atAccount } from "./account-support.ts";

/** The worked example: base 359.75, the oldest 100 days late on the office's day. */
export const EXAMPLE = {
  A: ["129.90", "2026-03-23"],
  B: ["129.90", "2026-04-23"],
  C: ["99.95", "2026-05-25"],
} as const;

export type Metadata = {
  readonly draft: string;
  readonly revision: number;
  readonly step: string;
  readonly page: number;
};

export const metadataOf = (person: Person): Metadata =>
  JSON.parse(person.modal()?.private_metadata ?? "{}") as Metadata;

/** In front of the wizard, opened from the account with every invoice ticked. */
export async function atWizard(
  office: Office,
  { customer = "C1", as = "ana" }: { customer?: string; as?: Name } = {},
): Promise<Person> {
  const person = await atAccount(office, { customer, as });
  await presses(office, person, INVOICES.all);
  await person.press(INVOICES.agree);
  await person.sees("Passo 1 de");
  return person;
}

/** A customer with the example's debts, which await negotiation. */
export async function owing(
  office: Office,
  facts: Parameters<Office["customer"]>[1] = { owing: EXAMPLE },
): Promise<void> {
  await office.customer("C1", facts);
  await office.negotiate("C1");
}

export async function presses(office: Office, person: Person, id: string): Promise<void> {
  const before = person.modal()?.hash;
  await person.press(id);
  await changes(office, person, before);
}

/** Chooses in a select that changes the step's form. */
export async function chooses(
  office: Office,
  person: Person,
  [id, value]: readonly [string, string],
): Promise<void> {
  const before = person.modal()?.hash;
  await person.select(id, value);
  await changes(office, person, before);
}

const changes = (office: Office, person: Person, before: string | undefined) =>
  office.slack.until(
    () => person.modal()?.hash !== before,
    () => `nothing changed:\n${person.screen()}`,
  );

/** The terms' step as people most often fill it in. */
export async function fillTerms(
  person: Person,
  terms: Readonly<Record<string, string>> = {},
): Promise<void> {
  await person.pickDate("tolerance", "2026-08-10");
  for (const [term, words] of Object.entries(terms)) await person.type(`term-${term}`, words);
}

/** As many steps as needed until the one that is named. */
export async function goTo(person: Person, step: string): Promise<void> {
  await person.submit();
  if (metadataOf(person).step !== step) {
    throw new Error(`not at ${step}, but:\n${person.screen()}`);
  }
}

/** Through the first two steps with terms that need no ledger unit but the ones asked for. */
export async function toSplit(
  person: Person,
  terms: Readonly<Record<string, string>> = {},
): Promise<void> {
  await goTo(person, "terms");
  await fillTerms(person, terms);
  if (Object.keys(terms).length > 0) {
    await goTo(person, "terms");
    for (const [term, code] of Object.entries(UNIT_OF)) {
      if (person.screen().includes(`Plano de contas: ${term}`)) {
        await person.select(`unit-${code[0]}`, code[1]);
      }
    }
  }
  await goTo(person, "split");
}

const UNIT_OF: Readonly<Record<string, readonly [string, string]>> = {
  acréscimo: ["increase", "3.1"],
  multa: ["fine", "3.2"],
  desconto: ["discount", "4.1"],
  encargos: ["charges", "3.3"],
  honorários: ["fees", "3.4"],
};

export type Split = { readonly count: string; readonly firstDue?: string };

export async function toInstalments(
  office: Office,
  person: Person,
  { count, firstDue = "2026-07-10" }: Split,
): Promise<void> {
  await chooses(office, person, ["wizard-split", "instalments"]);
  await person.type("count", count);
  await person.pickDate("due", firstDue);
  await goTo(person, "instalments");
}
