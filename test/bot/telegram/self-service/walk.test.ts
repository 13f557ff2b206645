import pino from "pino";
import { expect, it } from "vitest";
import { BACK_TO_MENU } from "#bot/telegram/menu/verbs.ts";
import { addDays, date } from "#core/calendar.ts";
import { CUSTOMER_ACTOR } from "#core/ids.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import { isInsidePolicy } from "#core/self-service/recheck.ts";
import { answerHandedOffer } from "#core/use-cases/answer-handed-offer.ts";
import { answerReceipt } from "#core/use-cases/answer-receipt.ts";
import { toOffer } from "#db/repositories/self-service-offers.ts";
import { offer } from "#db/schema/self-service.ts";
import { aConnection, rows } from "#test/db/work/support.ts";
import type { Held, Person } from "#test/emulators/telegram/person.ts";
import { must } from "#test/support/desk.ts";
import { checkInvariants } from "#test/support/invariants.ts";
import { type Counter, telegramMayRefuse } from "#test/support/telegram-office.ts";
import { relayAll } from "../support.ts";
import { aCounter, aDebtor, day } from "./support.ts";

/** Whatever went wrong inside is logged as an error, whatever the chat was told. */
const errors: string[] = [];
const log = pino({ level: "error" }, { write: (line: string) => void errors.push(line) });

const open = aCounter({ over: { log } });

/** Mulberry32: the same walk for the same seed, wherever it runs. */
function dice(seed: number) {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(roll() * most);
  return { roll, below, of: <Item>(items: readonly Item[]): Item => items[below(items.length)]! };
}
type Dice = ReturnType<typeof dice>;

/** What each customer's own screens alone may show. */
const CUSTOMERS = {
  C1: { name: "Ana Souza", mark: "Mensalidade" },
  C2: { name: "Bruno Lima", mark: "SEGREDO" },
  C3: { name: "Carla Dias", mark: "CONFIDENCIAL" },
} as const;
type Customer = keyof typeof CUSTOMERS;

type Walker = { readonly person: Person; readonly customer: Customer; readonly kept: Held[] };

const TYPED = [
  "3",
  "150,00",
  "dia 10",
  "10/08",
  "oi",
  "<b>&",
  "999999999",
  "0",
  "/menu",
  "/status",
  "/humano",
  "hoje",
  "R$ 1",
  "x".repeat(600),
];
const VERBS = [
  "offer",
  "take",
  "why",
  "pay-one",
  "pix",
  "boleto",
  "agreement",
  "agreement-pdf",
  "own-day",
  "own-entry",
  "own-count",
  "contest-yes",
  "unblock-yes",
  "hand",
  "nonsense",
];
const ROWS = [
  "",
  "1",
  "2",
  "7",
  "99999",
  "even",
  "2026-07-03",
  "2099-01-01",
  "asked",
  "-1",
  "x.y:z",
];
const PHOTO = Buffer.from(
  "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6360000002000154a24f5d0000000049454e44ae426082",
  "hex",
);

async function populate(counter: Counter): Promise<void> {
  await aDebtor(counter);
  await counter.customer("C3", {
    owing: {
      "CONFIDENCIAL-1": ["60.00", "2026-06-05"],
      "CONFIDENCIAL-2": ["310.40", "2026-02-10", { fined: true }],
    },
  });
  await aConnection(counter, "C3", { status: "blocked", blockedOn: date("2026-06-20") });
  const { sql } = counter.database;
  await sql`update invoice set payment_profile = 'Itaú 109' where customer_id = 'C3'`;
  for (const [id, { name }] of Object.entries(CUSTOMERS)) {
    await sql`update customer set name = ${name} where id = ${id}`;
  }
  must(await counter.classify());
}

/** Ways out of the chat, by their verbs: pressed less often, or a walk is mostly about coming back. */
const WAYS_OUT = /^v1:(?:not-me|leave|stop|not-mine)/;
const SAYS_YES = /^v1:(?:take|contest-yes|unblock-yes)/;

/** One thing that somebody might do with a phone in the hand. */
function act({ person, kept }: Walker, { roll, below, of }: Dice): void {
  const held = buttonsOf(person).filter(
    ({ button }) => !WAYS_OUT.test(button.callback_data ?? "") || roll() < 0.1,
  );
  const yes = held.find(({ button }) => SAYS_YES.test(button.callback_data ?? ""));
  const chance = roll();
  if (yes !== undefined && chance < 0.3) person.pressesHeld(yes);
  else if (held.length > 0 && chance < 0.75) {
    const press = of(held);
    if (roll() < 0.3) kept.push(press);
    person.pressesHeld(press);
  } else if (kept.length > 0 && chance < 0.8) person.pressesHeld(of(kept));
  else if (chance < 0.9) person.types(of(TYPED));
  else if (chance < 0.93) person.sendsPhoto(PHOTO);
  else if (person.fromBot().length > 0 && below(3) > 0) {
    person.pressesForged(`v1:${of(VERBS)}:${of(ROWS)}`);
  } else person.types("/menu");
}

const buttonsOf = (person: Person): Held[] =>
  person
    .fromBot()
    .flatMap(({ id, markup }) =>
      (markup?.inline_keyboard ?? []).flat().map((button) => ({ message: id, button })),
    )
    .filter(({ button }) => button.callback_data !== undefined);

/** The world goes on meanwhile: days pass, money comes, people answer. */
async function goOn(counter: Counter, { roll, of }: Dice): Promise<void> {
  const chance = roll();
  if (chance < 0.08) day.today = addDays(day.today, 1);
  if (chance > 0.99) await counter.restart();
  if (chance > 0.94) {
    const [open] = await rows(
      counter,
      "select id from invoice where state = 'open' and amount_cents - paid_cents > 1000 order by id limit 1",
    );
    if (open !== undefined)
      must(await counter.pay(String(open.id), { amount: "5.00" }, { on: day.today }));
  }
  if (chance > 0.9) {
    for (const { id } of await rows(counter, "select id from receipt where status = 'open'")) {
      must(
        await counter.ask(
          answerReceipt,
          { receipt: Number(id), confirmed: roll() < 0.5, now: Date.now() },
          { as: "ana", on: day.today },
        ),
      );
    }
    for (const { id } of await rows(
      counter,
      "select id from negotiation where status = 'handed'",
    )) {
      const kind = of(["accept", "refuse"] as const);
      await counter.ask(
        answerHandedOffer,
        { negotiation: Number(id), answer: { kind } },
        { as: "sonia", on: day.today },
      );
    }
  }
  if (chance > 0.5) await relayAll(counter);
}

/** Nothing is on its way to the bot, or waits there to be answered. */
async function quiet(counter: Counter): Promise<void> {
  for (;;) {
    await counter.telegram.settled(2);
    const waiting = await rows(counter, "select 1 from telegram_update where done_at is null");
    if (waiting.length === 0) return;
  }
}

/** What the bot did last in the chat: where a walk fails, somebody has to find out why. */
const lastCalls = (counter: Counter, { id }: Person): string =>
  counter.telegram
    .calls()
    .filter(({ args }) => args.chat_id === id)
    .slice(-12)
    .map((call) => JSON.stringify(call))
    .join("\n");

/** Nobody is stuck, nobody reads what is not theirs, nothing failed. */
function check(counter: Counter, { person, customer }: Walker, step: string): void {
  const screen = person.screen();
  const at = `${step}\n${screen}\n${lastCalls(counter, person)}`;
  expect(errors, at).toEqual([]);
  for (const [other, { mark, name }] of Object.entries(CUSTOMERS)) {
    if (other === customer) continue;
    for (const { text } of person.fromBot()) {
      expect(text, at).not.toContain(mark);
      expect(text, at).not.toContain(name);
    }
  }
  if (person.fromBot().length === 0) return;
  const waysOn = buttonsOf(person).map(({ button }) => button.callback_data ?? "");
  const leads = waysOn.some(
    (data) => data.startsWith(`v1:${BACK_TO_MENU}:`) || data.startsWith("v1:debts:"),
  );
  const asksWhoItIs = /CPF o[ur] CNPJ/.test(screen) || person.keys().length > 0;
  expect(leads || asksWhoItIs, `a dead end at ${at}`).toBe(true);
}

async function isLinked(counter: Counter, { person }: Walker): Promise<boolean> {
  return (
    (await rows(counter, `select 1 from telegram_chat where chat_id = ${person.id}`)).length > 0
  );
}

/** What was agreed without an operator is what the policy makes. */
async function checkAgreements(counter: Counter): Promise<number> {
  const accepted = (await counter.database.db.select().from(offer))
    .map(toOffer)
    .filter(({ status }) => status === "accepted");
  for (const one of accepted) {
    if (one.madeBy === CUSTOMER_ACTOR)
      expect(isInsidePolicy(DEFAULT_POLICY, one), `offer ${one.id}`).toBe(true);
  }
  const agreed = await rows(
    counter,
    "select a.number, a.total_cents as total from agreement a order by 1",
  );
  expect(agreed.map(({ number, total }) => ({ number, total }))).toEqual(
    accepted
      .map(({ agreement, totalCents }) => ({ number: agreement, total: totalCents }))
      .sort((a, b) => a.number! - b.number!),
  );
  await checkInvariants(counter.database.sql);
  return agreed.length;
}

const ROUNDS = 250;

it.each([1, 2, 3])(
  "whatever four phones press, type and send, in walk %i nobody is stuck, sees another's debt or agrees beyond the policy",
  async (seed) => {
    const counter = open();
    errors.length = 0;
    // A held button's message may be gone by then.
    telegramMayRefuse();
    await populate(counter);
    const chance = dice(seed);
    const walkers: Walker[] = [];
    for (const customer of ["C1", "C1", "C2", "C3"] as const) {
      const person = counter.person(CUSTOMERS[customer].name.split(" ")[0]!);
      person.opens(await counter.link(customer));
      walkers.push({ person, customer, kept: [] });
    }
    await quiet(counter);
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const walker of walkers) {
        if (await isLinked(counter, walker)) act(walker, chance);
        else walker.person.opens(await counter.link(walker.customer));
      }
      await goOn(counter, chance);
      await quiet(counter);
      for (const walker of walkers) check(counter, walker, `seed ${seed}, round ${round}`);
    }
    expect(await checkAgreements(counter)).toBeGreaterThan(0);
  },
  180_000,
);
