import fc from "fast-check";
import type { AgreementProposal } from "#core/agreement/agreement.ts";
import { addDays, date } from "#core/calendar.ts";
import type { InvoiceState } from "#core/collection/invoice.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import type { By, Desk } from "#test/support/desk.ts";
import { type Asked, single, split, unchanged } from "#test/support/proposals.ts";
import type { Provider } from "#test/support/provider.ts";

/** Where a walk is: the day, and the money that was handed in so far. */
export type Walk = {
  readonly desk: Provider & Desk;
  today: string;
  receivedCents: number;
};

type Act =
  | "classify"
  | "start"
  | "confirm"
  | "agree"
  | "approve"
  | "refuse"
  | "rescind"
  | "pay"
  | "register"
  | "unregister"
  | "outside"
  | "follow up"
  | "dispute"
  | "wait"
  | "sources";

/** Numbers choose among what there is when the step is taken; `fitting` prefers what the command can take. */
export type Step = {
  readonly act: Act;
  readonly customer: string;
  readonly choice: readonly number[];
  readonly fitting: boolean;
  readonly as: string;
  readonly proposal: Proposal;
  readonly amount: string | undefined;
  readonly state: InvoiceState;
  readonly days: number;
};

type Proposal = {
  readonly kind: "unchanged" | "single" | "split";
  readonly count: number;
  readonly asked: Asked;
  readonly dueIn: number;
  readonly toleranceIn: number;
};

const anyAct = fc.oneof(
  ...(
    [
      [6, "agree"],
      [5, "pay"],
      [3, "rescind"],
      [3, "wait"],
      [2, "start"],
      [2, "confirm"],
      [2, "approve"],
      [2, "register"],
      [2, "outside"],
      [2, "follow up"],
      [1, "classify"],
      [1, "refuse"],
      [1, "unregister"],
      [1, "dispute"],
      [1, "sources"],
    ] as const
  ).map(([weight, act]) => ({ weight, arbitrary: fc.constant(act) })),
);

/** Mostly the first, sometimes one of the others. */
const mostly = <Value>(usual: readonly Value[], ...rare: readonly Value[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  );

const anyAsked = fc
  .record({
    increase: mostly([undefined, undefined, "1"], "3.5"),
    fine: mostly([undefined, undefined, "2"], "2.0001"),
    discount: mostly([undefined, "10", "25"], "100"),
    discountAmount: mostly([undefined, undefined, "0.05"], "5.00"),
    charges: mostly([undefined], "5.00"),
    fees: mostly([undefined], "10.00"),
    keepDiscount: fc.boolean(),
  })
  .map(
    (asked) =>
      Object.fromEntries(Object.entries(asked).filter(([, v]) => v !== undefined)) as Asked,
  );

const anyProposal: fc.Arbitrary<Proposal> = fc.record({
  kind: fc.constantFrom("unchanged", "single", "split", "split"),
  count: mostly([2, 2, 3, 5], 13, 1),
  asked: anyAsked,
  dueIn: mostly([0, 5, 20], -1),
  toleranceIn: mostly([1, 5, 15], 0),
});

export const anyStep: fc.Arbitrary<Step> = fc.record({
  act: anyAct,
  customer: fc.constantFrom("C1", "C2", "C3"),
  choice: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 3 }),
  fitting: mostly([true], false),
  as: fc.constantFrom("ana", "gil", "system", "system"),
  proposal: anyProposal,
  amount: mostly([undefined, "40.00"], "0.01", "129.90", "5000.00"),
  state: fc.constantFrom("paid", "deleted", "suspended", "open"),
  days: fc.constantFrom(1, 3, 8, 20),
});

export type Answer = Result<unknown, Refusal> | undefined;

export async function take(step: Step, walk: Walk): Promise<Answer> {
  const { desk, today } = walk;
  const by: By = { on: today, ...(step.as === "system" ? {} : { as: step.as }) };
  switch (step.act) {
    case "classify":
      return desk.classify(by);
    case "start":
      return desk.start(
        step.customer,
        step.fitting ? undefined : await chosen(step, desk, ANY),
        by,
      );
    case "confirm":
      return desk.confirm(step.customer, by);
    case "agree":
      return desk.agree(
        step.customer,
        await chosen(step, desk, NEGOTIABLE),
        proposed(step, today),
        by,
      );
    case "approve":
    case "refuse":
      return decide(step, walk, by);
    case "rescind":
      return desk.rescind((await agreement(step, desk, "live")) ?? 1, "engano", by);
    case "pay":
      return pay(step, walk, by);
    case "register":
      return desk.register(await one(step, desk, "stage = 'in agreement'"), "enviado", by);
    case "unregister":
      return desk.unregister(await one(step, desk, LISTED), "retirado", by);
    case "outside":
      return outside(step, desk);
    case "follow up":
      await desk.followUp(today);
      return undefined;
    case "dispute":
      await desk.dispute(await one(step, desk, DISPUTABLE), today);
      return undefined;
    case "wait":
      walk.today = addDays(date(today), step.days);
      return undefined;
    case "sources":
      return desk.set("agreement.sources", step.fitting ? "deleted" : "suspended");
  }
}

const ANY = "true";
/** A dispute ends whatever could be tried with an invoice: few are left to it. */
const DISPUTABLE = "id like '%-3'";
const NEGOTIABLE = "stage in ('awaiting negotiation', 'in agreement') and state = 'open'";
const LISTED = "id in (select invoice_id from spc_record where removed_on is null)";

/** With nothing to decide upon something is asked that must be: an operator takes off a quarter. */
async function decide(step: Step, { desk, today }: Walk, by: By): Promise<Answer> {
  const waiting = await agreement(step, desk, "awaiting approval");
  if (waiting === undefined) {
    const invoices = await chosen(step, desk, NEGOTIABLE);
    const generous = { ...step.proposal, kind: "split", asked: { discount: "25" } } as const;
    const asked = proposed({ ...step, proposal: generous }, today);
    return desk.agree(step.customer, invoices, asked, { ...by, as: "ana" });
  }
  return step.act === "approve" ? desk.approve(waiting, by) : desk.refuse(waiting, "não", by);
}

async function pay(step: Step, walk: Walk, by: By): Promise<Answer> {
  const invoice = await one(step, walk.desk, "state = 'open' and stage <> 'none'");
  const answer = await walk.desk.pay(
    invoice,
    step.amount === undefined ? {} : { amount: step.amount },
    by,
  );
  if (answer.ok) walk.receivedCents += answer.value.amount;
  return answer;
}

/**
 * Only what an import can bring: nothing that is paid changes, a replaced invoice can only be paid, and so can what an
 * agreement made, as long as it is open.
 */
async function outside(step: Step, desk: Provider & Desk): Promise<Answer> {
  const changeable =
    step.state === "paid"
      ? "state <> 'paid' and (state = 'open' or not agreement_made)"
      : "state <> 'paid' and stage <> 'replaced' and not agreement_made";
  const invoice = await one({ ...step, fitting: true }, desk, changeable);
  const [found] = await desk.database.sql.unsafe(`${INVOICES} where id = $1 and ${changeable}`, [
    invoice,
  ]);
  if (found !== undefined) await desk.changeOutside(invoice, step.state);
  return undefined;
}

const INVOICES = `
  select id from (
    select i.id, i.customer_id, i.state, i.agreement is not null as agreement_made, coalesce(c.stage, 'none') as stage
    from invoice i left join collection c on c.invoice_id = i.id) i`;

/** Invoices of the customer that satisfy the condition; of all of them when none does or the step does not care. */
async function chosen(step: Step, desk: Provider & Desk, condition: string): Promise<string[]> {
  const list = async (where: string) => {
    const rows = await desk.database.sql.unsafe<{ id: string }[]>(
      `${INVOICES} where customer_id = $1 and ${where} order by id`,
      [step.customer],
    );
    return rows.map(({ id }) => id);
  };
  const fitting = step.fitting ? await list(condition) : [];
  const from = fitting.length > 0 ? fitting : await list(ANY);
  return [...new Set(step.choice.map((n) => from[n % from.length] as string))];
}

async function one(step: Step, desk: Provider & Desk, condition: string): Promise<string> {
  const [invoice] = await chosen(step, desk, condition);
  return invoice as string;
}

async function agreement(
  step: Step,
  desk: Provider & Desk,
  status: string,
): Promise<number | undefined> {
  const [choice = 0] = step.choice;
  const rows = await desk.database.sql<{ number: number }[]>`
    select number from agreement where ${!step.fitting} or status = ${status} order by number`;
  return rows[choice % Math.max(rows.length, 1)]?.number;
}

function proposed({ proposal }: Step, today: string): AgreementProposal {
  const { kind, count, asked, dueIn, toleranceIn } = proposal;
  const after = (days: number) => addDays(date(today), days);
  const promised = { ...asked, tolerance: after(toleranceIn) };
  if (kind === "unchanged") return unchanged(promised);
  return kind === "single" ? single(after(dueIn), promised) : split(count, after(dueIn), promised);
}
