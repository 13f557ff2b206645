import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aDesk, type Desk, must } from "#test/support/desk.ts";
import { dump } from "#test/support/dump.ts";
import { checkInvariants } from "#test/support/invariants.ts";
import { aProvider, CNPJ, type Provider } from "#test/support/provider.ts";
import { type Answer, anyStep, type Step, take, type Walk } from "./steps.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Debts of all ages, one not due yet; the second customer is a company with a discount for paying on time. */
async function threeCustomers(p: Provider): Promise<void> {
  const days = ["2026-03-23", "2026-05-01", "2026-06-06", "2026-06-21", "2026-07-10"];
  const amounts = ["129.90", "129.90", "99.95", "0.07", "1800.00"];
  for (const [c, facts] of [
    {},
    { taxId: CNPJ, onTimeDiscount: "5.00" },
    { taxId: null },
  ].entries()) {
    const owing = Object.fromEntries(
      days.map((day, i) => [`C${c + 1}-${i + 1}`, [amounts[(i + c) % 5] as string, day] as const]),
    );
    await p.customer(`C${c + 1}`, { ...facts, owing });
    await p.notice(`C${c + 1}`, "bureau", "2026-06-25");
  }
  await p.endContract("C1", "2026-06-30");
}

/** Most of what can go wrong comes late in a debt's life: the walks begin there. */
async function negotiateTwo(desk: Desk): Promise<void> {
  await desk.negotiate("C1");
  await desk.negotiate("C2");
  for (const rule of ["requireBroken", "requireContractEnded", "requireNotice"]) {
    must(await desk.set(`law.spc.${rule}`, "false"));
  }
}

/** After every step all invariants hold, every cent is accounted for, and a refused step changed nothing. */
async function walk(steps: readonly Step[]): Promise<void> {
  const provider = await aProvider(database);
  await threeCustomers(provider);
  const desk: Provider & Desk = { ...provider, ...aDesk(provider) };
  await negotiateTwo(desk);
  const on: Walk = { desk, today: "2026-07-01", receivedCents: 0 };
  let rows = await dump(database.sql);
  const trail: string[] = [];
  for (const step of steps) {
    const answer = await take(step, on);
    trail.push(said(step, answer));
    const after = await dump(database.sql);
    if (answer?.ok === false) {
      expect(after).toEqual(rows);
      continue;
    }
    rows = after;
    await telling(trail, () => checkInvariants(database.sql));
    const [till] = await database.sql`
      select coalesce(sum(amount_cents), 0)::bigint as cents from payment where source = 'manual'`;
    expect(till?.cents).toBe(on.receivedCents);
  }
}

const said = ({ act, customer }: Step, answer: Answer): string =>
  `${act} ${customer}${answer?.ok === false ? `: ${answer.refusal.code}` : ""}`;

/** The steps as data are long; what they came to is what a reader wants. */
async function telling(trail: readonly string[], check: () => Promise<void>): Promise<void> {
  await check().catch((cause: unknown) => {
    throw new Error(`after ${trail.join(", ")}`, { cause });
  });
}

/** Several shorter properties, so that one that fails is told early. */
test.each([1, 2, 3, 4, 5, 6])(
  "whatever is asked in whatever order, part %i: all that always holds still holds",
  { timeout: 300_000 },
  async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyStep, { minLength: 25, maxLength: 25 }), walk), {
      numRuns: 10,
    });
  },
);
