import { join, resolve } from "node:path";
import { expect } from "vitest";
import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId } from "#core/ids.ts";
import type { Person } from "#test/emulators/telegram/person.ts";
import { must } from "#test/support/desk.ts";
import { UNITS } from "#test/support/proposals.ts";
import { TODAY } from "#test/support/provider.ts";
import { type Counter, type CounterOptions, theCounter } from "#test/support/telegram-office.ts";
import { relayAll } from "../support.ts";

/** The provider's day, which a test may move on. */
export const day: { today: CivilDate } = { today: TODAY };

/** A counter whose day is `day.today`. */
export function aCounter(options: CounterOptions = {}): () => Counter {
  return theCounter({ ...options, over: { ...options.over, today: () => day.today } });
}

/**
 * Ana owes two months and a smaller one, the oldest 100 days late, all in collections, charged with fine and interest; by Pix,
 * for its invoices have no bank. What is Bruno's is never hers to see.
 */
export async function aDebtor(counter: Counter): Promise<void> {
  day.today = TODAY;
  const settings = {
    "provider.name": "Rede Ipê Fictícia Ltda",
    "provider.taxId": "11.222.333/0001-81",
    "provider.address": "Rua das Acácias, 100, Recife",
    "selfService.unitDiscount": UNITS.discount,
    "selfService.unitFine": UNITS.fine,
    "selfService.unitIncrease": UNITS.increase,
    "charge.lateFine": "true",
    "charge.lateInterest": "true",
  };
  for (const [key, value] of Object.entries(settings)) must(await counter.set(key, value));
  await counter.customer("C1", {
    owing: {
      "2026-03": ["129.90", "2026-03-23", { number: "1001" }],
      "2026-04": ["129.90", "2026-04-23", { number: "1002" }],
      "2026-05": ["99.95", "2026-05-23", { number: "1003" }],
    },
  });
  await counter.customer("C2", { owing: { SEGREDO: ["777.77", "2026-03-01"] } });
  const { sql } = counter.database;
  await sql`update customer set name = 'Ana Souza' where id = 'C1'`;
  await sql`update invoice set payment_profile = 'Itaú 109', description = case id
    when '2026-03' then 'Mensalidade de março' when '2026-04' then 'Mensalidade de abril'
    when '2026-05' then 'Mensalidade de maio' else 'SEGREDO de Bruno' end`;
  await sql`update payment_profile set pix_key = 'pix@example.com', beneficiary = 'Rede Ipe Ficticia'`;
  must(await counter.classify());
}

/** Ana with her phone, in the menu. */
export async function ana(counter: Counter, languageCode = "pt-br"): Promise<Person> {
  const person = counter.person("Ana", { languageCode });
  person.opens(await counter.link("C1"));
  await person.holds(/Preferências|Preferences/);
  person.remembers();
  return person;
}

export const C1 = "C1" as CustomerId;

/** Every step of the way is remembered, for the transcript. */
export async function walks(
  person: Person,
  steps: readonly (readonly [press: string | RegExp, sees: string | RegExp])[],
) {
  for (const [press, sees] of steps) {
    await person.presses(press);
    await person.sees(sees);
    person.remembers();
  }
}

const DOCS = resolve(import.meta.dirname, "../../../../docs/telegram");

/** What docs show of a conversation is what was said here: `vitest -u` writes it anew. */
export async function isTold(
  person: Person,
  { name, title, told }: { readonly name: string; readonly title: string; readonly told: string },
): Promise<void> {
  const said = person.transcript().replace(/\/start [\w-]+/, "/start");
  const page = `# ${title}\n\n${told}\n\n\`\`\`text\n${said}\n\`\`\`\n`;
  await expect(page).toMatchFileSnapshot(join(DOCS, `${name}.md`));
}

/** What left by the outbox for customers has arrived. */
export async function answersArrive(counter: Counter, person: Person, wanted: string) {
  await relayAll(counter);
  await person.sees(wanted);
  person.remembers();
}
