import { eq, sql } from "drizzle-orm";
import type { Saved } from "#core/administration/change.ts";
import type { LadderRecord } from "#core/administration/ladders.ts";
import type { AdministrationUnit } from "#core/administration-ports.ts";
import { ladder, ladderStep } from "../schema/customer.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<AdministrationUnit, "ladder" | "saveLadder">;

export function ladderMethods(scope: Scope): Methods {
  return {
    ladder: (id) => loadLadder(scope, id),
    saveLadder: (change) => saveLadder(scope, change),
  };
}

async function loadLadder({ tx }: Scope, id: string): Promise<LadderRecord | undefined> {
  const [found] = await tx.select().from(ladder).where(eq(ladder.id, id));
  if (found === undefined) return undefined;
  const { day, action } = ladderStep;
  const steps = await tx
    .select({ day, action })
    .from(ladderStep)
    .where(eq(ladderStep.ladderId, id))
    .orderBy(day, sql`${action} collate "C"`);
  return { ...found, steps };
}

/** Customers before the ladder, as an import does, so that the two never wait for each other in a circle. */
async function saveLadder(scope: Scope, { before, after }: Saved<LadderRecord>): Promise<boolean> {
  const { tx } = scope;
  const otherDay = before !== null && before.forwardDay !== after.forwardDay;
  if (otherDay) await lockClassified(scope, after.id);
  if (!(await writeLadder(scope, { before, after }))) return false;
  await tx.delete(ladderStep).where(eq(ladderStep.ladderId, after.id));
  if (after.steps.length > 0) {
    await tx.insert(ladderStep).values(after.steps.map((s) => ({ ladderId: after.id, ...s })));
  }
  if (otherDay) await recheckClassified(scope, after.id);
  return true;
}

async function writeLadder(
  { tx }: Scope,
  { before, after: { id, name, forwardDay, version } }: Saved<LadderRecord>,
): Promise<boolean> {
  const values = { name, forwardDay, version };
  const returning = { id: ladder.id };
  if (before === null) {
    const added = tx.insert(ladder).values({ id, ...values });
    return (await added.onConflictDoNothing().returning(returning)).length === 1;
  }
  // An import counts no version, but it may have given another day meanwhile.
  const asBefore = sql`${ladder.id} = ${id} and ${ladder.version} = ${before.version}
    and ${ladder.forwardDay} is not distinct from ${before.forwardDay}::int`;
  const changed = tx.update(ladder).set(values).where(asBefore);
  return (await changed.returning(returning)).length === 1;
}

async function lockClassified({ tx }: Scope, id: string): Promise<void> {
  await tx.execute(sql`
    select id from customer where id in (
      select c.customer_id from collection c join invoice i on i.id = c.invoice_id
      where c.stage = 'classified' and i.ladder_id = ${id})
    order by id for no key update`);
}

/** Another day may let go what it had classified; what it would take now, the classifier finds by its index. */
async function recheckClassified({ tx }: Scope, id: string): Promise<void> {
  await tx.execute(sql`
    update collection c set recheck = true from invoice i
    where i.ladder_id = ${id} and c.invoice_id = i.id and c.stage = 'classified' and not c.recheck`);
}
