import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { Unit } from "../ports.ts";
import type { Connection } from "../work/connection.ts";
import { decideConnectionChange } from "../work/connection.ts";
import { debtOf } from "./load-invoices.ts";
import { record } from "./record.ts";

/**
 * Whoever has paid, or has paid the first instalment of an agreement, is connected again within a day and free of charge
 * (RGC art. 78): asked of the network at once, for each blocked connection whose contract owes nothing else that would
 * keep it blocked. A contract that has ended stays ended.
 */
export async function unblockPaid(
  unit: Unit,
  invoice: Pick<Invoice, "id" | "customer">,
  today: CivilDate,
): Promise<void> {
  const { id, customer } = invoice;
  const connections = await unit.connectionsOf(customer);
  const blocked = connections.filter((one) => decideConnectionChange(one, "unblock", today).ok);
  if (blocked.length === 0) return;
  const ended = new Set(await unit.endedContracts(customer));
  for (const connection of blocked) {
    if (ended.has(connection.contract)) continue;
    if (await somethingBlocks(unit, connection, today)) continue;
    const reason = `invoice ${id} is paid`;
    await unit.wantConnection(connection.id, { status: "normal", reason });
    await record(unit, [
      {
        kind: "connection_change_requested",
        customer,
        data: { connection: connection.id, wanted: "normal", reason },
      },
    ]);
  }
}

async function somethingBlocks(
  unit: Unit,
  connection: Connection,
  today: CivilDate,
): Promise<boolean> {
  const { debts } = await unit.blockRecord(connection);
  const localHolidays = new Set((await unit.settings())["calendar.extraHolidays"]);
  for (const debt of debts) {
    if (debt.disputes.some(({ answer }) => answer === null)) continue;
    if (today > debtOf(debt, localHolidays).lateAfter) return true;
    if (await isPromisedOnly(unit, debt)) return true;
  }
  return false;
}

/** In an agreement of which nothing was paid: a promise alone connects nobody. */
async function isPromisedOnly(unit: Unit, { place, agreement }: Invoice): Promise<boolean> {
  if (place !== "in agreement" || agreement === undefined) return false;
  const members = (await unit.agreement(agreement))?.members ?? [];
  return !members.some(
    ({ live, isAwaited, invoice }) => live && isAwaited && invoice.state === "paid",
  );
}
