import { expect } from "vitest";
import type { Person } from "#test/emulators/slack/person.ts";
import type { View } from "#test/emulators/slack/types.ts";
import type { Name, Office } from "#test/support/slack-office.ts";

type At = { readonly customer: string; readonly tab?: number; readonly as?: Name };

/** Somebody at the account of a customer, by the command, on the tab that is asked for. */
export async function atAccount(
  office: Office,
  { customer, tab = 1, as = "ana" }: At,
): Promise<Person> {
  const person = office.person(as);
  await person.slash("/cobranca", `cliente ${customer}`);
  await person.sees(`## Cliente ${customer}`);
  if (tab !== 1) await turnTo(office, person, tab);
  return person;
}

/** Another tab of the account that is open. */
export async function turnTo({ slack }: Office, person: Person, tab: number): Promise<void> {
  await person.select("account:tab", `${tab}`);
  const isThere = (): boolean =>
    (JSON.parse(person.modal()?.private_metadata ?? "{}") as { tab?: number }).tab === tab;
  await slack.until(isThere, () => `not on tab ${tab}, but:\n${person.screen()}`);
}

/** The action ids that a view has. */
export const offers = (view: View | undefined): string[] =>
  (view?.blocks ?? []).flatMap(({ accessory, elements, element }) =>
    [accessory, element, ...(elements ?? [])].flatMap((one) => one?.action_id ?? []),
  );

export function expectOffers(view: View | undefined, ids: readonly string[], are: boolean): void {
  const there = offers(view);
  expect(ids.filter((id) => there.includes(id))).toEqual(are ? ids : []);
}
