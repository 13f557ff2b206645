import { date } from "#core/calendar.ts";
import type { CustomerId } from "#core/ids.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { acceptOffer } from "#core/use-cases/accept-offer.ts";
import { makeCounterOffer } from "#core/use-cases/counter-offer.ts";
import { proposeOffers } from "#core/use-cases/propose-offers.ts";
import { savePolicy } from "#core/use-cases/save-policy.ts";
import type { ChatRequest } from "#core/use-cases/self-service.ts";
import { readPolicy } from "#db/queries/administration/read-lists.ts";
import { aChat } from "#test/db/work/support.ts";
import { type Desk, must } from "#test/support/desk.ts";
import { reais, UNITS } from "#test/support/proposals.ts";
import { dayOf, type Provider } from "#test/support/provider.ts";

export const CHAT = 4001;
export const DESCRIPTION = "Acordo pelo Telegram";

type Command<Input, Value> = (
  ports: Ports,
  request: ChatRequest<Input>,
) => Promise<Result<Value, Refusal>>;

type Asking = { readonly chat?: number; readonly on?: string; readonly key?: string };

/** A customer in a chat, as it would ask. */
export const aPhone = ({ ports }: Pick<Provider, "ports">) => {
  const ask = <Input, Value>(command: Command<Input, Value>, input: Input, by: Asking = {}) =>
    command(ports, {
      input: {
        ...input,
        chat: by.chat ?? CHAT,
        now: Date.parse(`${dayOf(by.on)}T15:00:00Z`),
      },
      today: dayOf(by.on),
      key: by.key,
    });
  return {
    ask,
    offers: (by?: Asking) => ask(proposeOffers, { description: DESCRIPTION }, by),
    take: (offer: number, by?: Asking) =>
      ask(acceptOffer, { offer, text: `Resumo da proposta ${offer}` }, by),
    counter: (count: number, first: string | undefined, firstDue: string, by?: Asking) =>
      ask(
        makeCounterOffer,
        {
          count,
          firstAmountCents: first === undefined ? undefined : reais(first),
          firstDue: date(firstDue),
          description: DESCRIPTION,
        },
        by,
      ),
  };
};

export type Phone = ReturnType<typeof aPhone>;

/** C1 owes three invoices, the oldest 100 days late, all in collections, and proved to be in a chat. */
export async function aDebtorInChat(p: Provider & Desk): Promise<void> {
  await p.customer("C1", {
    owing: {
      A: ["129.90", "2026-03-23"],
      B: ["129.90", "2026-04-23"],
      C: ["99.95", "2026-05-23"],
    },
  });
  await aChat(p, "C1", CHAT);
  must(await p.set("selfService.unitDiscount", UNITS.discount));
  must(await p.set("selfService.unitFine", UNITS.fine));
  must(await p.set("selfService.unitIncrease", UNITS.increase));
  must(await p.classify());
}

/** The whole table anew, as somebody who just looked at it saves it. */
export async function setPolicy({ ask, database }: Provider & Desk, rows: readonly PolicyRow[]) {
  const seen = await readPolicy(database.sql);
  return ask(savePolicy, { rows, seen });
}

export const C1 = "C1" as CustomerId;
