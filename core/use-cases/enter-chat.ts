import type { ProvedBy } from "../identity/chat.ts";
import type { CustomerId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import { standingMark } from "../work/contact-records.ts";
import { record } from "./record.ts";

/** What came of a proof. Nothing tells whether it was the tax id, the phone or the code that was wrong. */
export type Entered =
  | { readonly outcome: "entered"; readonly customer: CustomerId }
  | { readonly outcome: "not proved" }
  /** It has to be left first: a chat is one customer's. */
  | { readonly outcome: "of another customer" };

export const NOT_PROVED: Entered = { outcome: "not proved" };

export type Entering = {
  readonly chat: number;
  readonly customer: CustomerId;
  readonly by: ProvedBy;
  readonly language: string;
  readonly atMs: number;
};

/** Links a chat that proved whose it is. The customer's other chats stay, and are told. */
export async function enterChat(unit: Unit, entering: Entering): Promise<Entered> {
  const { chat, customer, by, language, atMs } = entering;
  const standing = await unit.lockChat(chat);
  if (standing !== undefined && standing.customer !== customer) {
    return { outcome: "of another customer" };
  }
  if (standing !== undefined) return { outcome: "entered", customer };
  const locked = await unit.lockCustomer(customer);
  if (locked === undefined) return NOT_PROVED;
  const others = await unit.chatsOf(customer);
  await unit.linkChat({ chat, customer, by, language, atMs });
  await welcomeBack(unit, customer, atMs);
  const told = others.filter(({ blocked }) => !blocked).length;
  await record(unit, [
    { kind: "telegram_chat_linked", customer, data: { chat, by, others: told } },
  ]);
  return { outcome: "entered", customer };
}

/** Whoever proves to be the customer after somebody else said "not me" may be written to again. */
async function welcomeBack(unit: Unit, customer: CustomerId, atMs: number): Promise<void> {
  const { marks } = await unit.reach(customer);
  if (standingMark(marks, "app") === undefined) return;
  await markContact(unit, { customer, medium: "app", outcome: "welcome", atMs });
}

type Mark = {
  readonly customer: CustomerId;
  readonly medium: "app" | "sms";
  readonly outcome: "welcome" | "wrong person";
  readonly atMs: number;
};

/** What a chat says of an address is kept as what an operator would have noted of it. */
export async function markContact(unit: Unit, mark: Mark): Promise<void> {
  const { customer, medium, outcome, atMs } = mark;
  const direction = "reactive";
  const subject = "Telegram";
  const contact = await unit.recordContact({
    customer,
    direction,
    medium,
    answeredBy: null,
    category: null,
    subject,
    body: "",
    atMs,
  });
  await record(unit, [
    {
      kind: "contact_recorded",
      customer,
      data: { contact, direction, medium, subject, outcome },
    },
  ]);
}
