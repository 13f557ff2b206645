import type { EntryForm } from "#core/administration/catalogue.ts";
import { saveOperator } from "#core/use-cases/save-operator.ts";
import { type Desk, must } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { operatorId, type Provider } from "#test/support/provider.ts";

export type Office = Provider & Desk;

/** Somebody new. */
export const hire = async (office: Office, id: string, role: string) =>
  must(
    await office.ask(saveOperator, {
      id: operatorId(id),
      name: id,
      email: null,
      slackUser: null,
      role,
      active: true,
    }),
  );

/** The changes of that kind, oldest first, with who made them. */
export async function told(office: Office, kind: string) {
  const happened = await events(office.database.sql, kind);
  return happened.map(({ actor, data }) => ({ actor, ...data }));
}

export const profile = (
  name: string,
  more: Partial<EntryForm<"paymentProfile">> = {},
): EntryForm<"paymentProfile"> => ({
  id: null,
  name,
  bank: "341",
  wallet: "109",
  agreementCode: null,
  beneficiary: "Provedor",
  pixKey: "pix@provedor.example",
  branch: null,
  account: null,
  unit: null,
  city: null,
  firstOurNumber: null,
  ...more,
});
