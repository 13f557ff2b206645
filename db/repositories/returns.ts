import { and, eq, sql } from "drizzle-orm";
import { isLeftOver } from "#core/payment/title-outcome.ts";
import type { Unit } from "#core/ports.ts";
import type { ReturnCounts, ReturnUnit, TitleChange, TitleResult } from "#core/return-ports.ts";
import { returnFile } from "../schema/bank.ts";
import { readCandidates } from "./return-candidates.ts";
import { moneyMethods } from "./return-money.ts";
import { asJson, rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<Unit, keyof ReturnUnit>;

export function returnMethods(scope: Scope): Methods {
  const { tx } = scope;
  return {
    openReturnFile: (file) => openReturnFile(scope, file),
    takeLines: (file, lines) => takeLines(scope, file, lines),
    titleCandidates: (lines) => readCandidates(scope, lines),
    changeTitles: (changes) => changeTitles(scope, changes),
    async titleResults(file, lines) {
      return await rowsOf<TitleResult>(
        tx,
        sql`
        select t.line, t.outcome, coalesce(t.invoice_id, first.invoice_id) as invoice from return_title t
        left join return_title first
          on t.outcome = 'duplicate' and first.event = t.event and first.outcome <> 'duplicate'
        where t.file = ${file} and t.line in (select jsonb_array_elements(${asJson(lines)})::int) order by t.line`,
      );
    },
    finishReturnFile: (file) => finishReturnFile(scope, file),
    ...moneyMethods(scope),
  };
}

async function openReturnFile(
  { tx, actor, today }: Scope,
  file: Parameters<ReturnUnit["openReturnFile"]>[0],
): ReturnType<ReturnUnit["openReturnFile"]> {
  const added = await tx
    .insert(returnFile)
    .values({ ...file, readOn: today, readBy: actor.id })
    .onConflictDoNothing({ target: returnFile.sha256 })
    .returning({ id: returnFile.id });
  const [found] = await tx.select().from(returnFile).where(eq(returnFile.sha256, file.sha256));
  if (found === undefined) throw new Error("the file was not kept");
  const { id, finishedAt, settled, ignored, unmatched, reversed, spcCritiques } = found;
  const counts = { settled, ignored, unmatched, reversed, spcCritiques };
  return { id, isNew: added.length > 0, counts: finishedAt === null ? null : counts };
}

const LINE_COLUMNS = sql`r(line int, "agreementCode" text, "ourNumber" text, "documentNumber" text, control text,
  code text, kind text, "titleAmount" bigint, "paidAmount" bigint, "grossPaidAmount" bigint, fee bigint, interest bigint,
  discount bigint, abatement bigint, "dueDate" date, "occurrenceDate" date, "creditDate" date, "paidOn" date, event text,
  "titleKey" text)`;

/**
 * A line that stands already, or tells what another told, is met by a unique index: of two processes that read one file
 * the second waits for the first, and takes nothing.
 */
async function takeLines(
  { tx }: Scope,
  file: number,
  lines: Parameters<ReturnUnit["takeLines"]>[1],
): ReturnType<ReturnUnit["takeLines"]> {
  const insert = (outcome: "ignored" | "duplicate") => sql`
    insert into return_title (file, line, agreement_code, our_number, document_number, control, code, kind, title_cents,
      paid_cents, gross_cents, fee_cents, interest_cents, discount_cents, abatement_cents, due_date, occurred_on,
      credit_date, paid_on, event, title_key, outcome)
    select ${file}, r.line, r."agreementCode", r."ourNumber", r."documentNumber", r.control, r.code, r.kind,
      r."titleAmount", r."paidAmount", r."grossPaidAmount", r.fee, r.interest, r.discount, r.abatement, r."dueDate",
      r."occurrenceDate", r."creditDate", r."paidOn", r.event, r."titleKey", ${outcome}
    from jsonb_to_recordset(${asJson(lines)}) as ${LINE_COLUMNS}
    order by r.line
    on conflict do nothing`;
  const fresh = await rowsOf<{ id: number; line: number }>(
    tx,
    sql`${insert("ignored")} returning id, line`,
  );
  if (fresh.length < lines.length) await tx.execute(insert("duplicate"));
  return fresh.toSorted((a, b) => a.line - b.line);
}

async function changeTitles({ tx }: Scope, changes: readonly TitleChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({ ...change, leftOver: isLeftOver(change.outcome) }));
  await tx.execute(sql`
    update return_title t set outcome = r.outcome, invoice_id = r.invoice, customer_id = r.customer,
      payment = r.payment, charges_cents = r."chargesCents", spc_critiques = r."spcCritiques", left_over = r."leftOver",
      note = coalesce(r.note, t.note)
    from jsonb_to_recordset(${asJson(rows)}) as r(id bigint, outcome text, invoice text, customer text, payment text,
      "chargesCents" bigint, "spcCritiques" int, "leftOver" boolean, note text)
    where t.id = r.id`);
}

async function finishReturnFile(
  { tx }: Scope,
  file: number,
): ReturnType<ReturnUnit["finishReturnFile"]> {
  const [kept] = await tx.select().from(returnFile).where(eq(returnFile.id, file)).for("update");
  if (kept === undefined) throw new Error(`no return file ${file}`);
  if (kept.finishedAt !== null) {
    const { settled, ignored, unmatched, reversed, spcCritiques } = kept;
    return { counts: { settled, ignored, unmatched, reversed, spcCritiques }, isFirst: false };
  }
  const [counts] = await rowsOf<ReturnCounts>(
    tx,
    sql`
    select count(*) filter (where outcome in ('settled', 'partial'))::int as settled,
      count(*) filter (where left_over)::int as unmatched,
      count(*) filter (where outcome = 'reversed')::int as reversed,
      count(*) filter (where not left_over and outcome not in ('settled', 'partial', 'reversed'))::int as ignored,
      coalesce(sum(spc_critiques), 0)::int as "spcCritiques"
    from return_title where file = ${file}`,
  );
  if (counts === undefined) throw new Error("nothing was counted");
  await tx
    .update(returnFile)
    .set({ ...counts, finishedAt: sql`now()` })
    .where(and(eq(returnFile.id, file)));
  return { counts, isFirst: true };
}
