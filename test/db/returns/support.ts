import { Buffer } from "node:buffer";
import { date } from "#core/calendar.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import type { ReturnReport, ReturnSource } from "#core/return-report.ts";
import { takeReturnFile } from "#db/returns/take-return-file.ts";
import { type Bank, bankCode, cnab400, type Event } from "#test/core/bank/support/cnab-writer.ts";
import { opening } from "#test/support/desk.ts";
import { operatorId } from "#test/support/provider.ts";

/** A Wednesday, three days after the invoices' due dates; files are of the same day. */
export const FILE_DAY = "2026-07-01";

export const sourceOf = (text: string, pieceBytes = 1_000_000): ReturnSource =>
  async function* () {
    const bytes = Buffer.from(text, "latin1");
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      yield bytes.subarray(from, from + pieceBytes);
    }
  };

/** A title paid on the day of the file; a short number is one of Itaú's eight digits. */
export const paid = (number: string, amount: number, changes: Partial<Event> = {}): Event => ({
  code: "06",
  number: number.length < 7 ? number.padStart(8, "0") : number,
  document: "",
  titleCents: amount,
  paidCents: amount,
  feeCents: 0,
  interestCents: 0,
  discountCents: 0,
  abatementCents: 0,
  due: "2026-06-28",
  occurred: FILE_DAY,
  credited: FILE_DAY,
  ...changes,
});

export const file = (events: readonly Event[], bank: Bank = "341", day = FILE_DAY): string =>
  cnab400(bank, day, events).join("\r\n");

export type Asked = {
  readonly dryRun?: boolean;
  readonly details?: boolean;
  readonly as?: string;
  readonly on?: string;
};

/** A provider whose invoices have titles at a bank. */
export function banking() {
  const open = opening();
  return () => {
    const provider = open();
    const { sql } = provider.database;
    const read = (text: string, { as, on, ...asked }: Asked = {}) =>
      takeReturnFile(provider.ports, sourceOf(text), {
        actor: as === undefined ? SYSTEM_OPERATOR : operatorId(as),
        today: date(on ?? FILE_DAY),
        details: true,
        ...asked,
      });
    return {
      ...provider,
      sql,
      /** Billing gave the invoice this number at the bank. */
      async numbered(invoice: string, number: string, bank: Bank = "341", agreement = "") {
        await sql`
          insert into charge (invoice_id, bank, agreement_key, our_number, our_number_key)
          values (${invoice}, ${bankCode(bank)}, ${agreement}, ${number}, ${number.replace(/^0+/, "")})`;
      },
      read,
      async taken(text: string, asked: Asked = {}): Promise<ReturnReport> {
        const outcome = await read(text, asked);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
        return outcome.value;
      },
      /** "A: settled": outcome by invoice, in the order of the lines. */
      async told(text: string, asked: Asked = {}): Promise<string[]> {
        const outcome = await read(text, asked);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
        return (outcome.value.details ?? []).map(
          ({ invoice, outcome: became }) => `${invoice ?? "-"}: ${became}`,
        );
      },
    };
  };
}
