import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Category, Entries, ListName } from "#core/administration/catalogue.ts";
import type { AdministrationUnit } from "#core/administration-ports.ts";
import type { Percent } from "#core/money.ts";
import { category, ledgerUnit, paymentProfile, policyRow, template } from "../schema/provider.ts";
import { lockTable } from "./administration-lock.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<
  AdministrationUnit,
  | "lockEntries"
  | "newEntryId"
  | "saveEntry"
  | "lockPolicy"
  | "replacePolicy"
  | "lockTemplates"
  | "deleteTemplate"
>;

export function listMethods(scope: Scope): Methods {
  const { tx } = scope;
  return {
    async lockEntries<List extends ListName>(list: List) {
      const table = tableOf(list);
      await lockTable(scope, sql`${table}`);
      return (await tx.select().from(table).orderBy(table.id)) as unknown as Entries[List][];
    },
    // Billing's own ids are short; ours can never be one of them.
    newEntryId: () => `acordo-${randomUUID()}`,
    async saveEntry(list, entry) {
      const table = tableOf(list);
      const { id, ...values } = entry as Category;
      await tx
        .insert(table)
        .values({ id, ...values })
        .onConflictDoUpdate({ target: table.id, set: values });
    },
    ...policyMethods(scope),
    async lockTemplates(channel) {
      const { name, subject, body } = template;
      const rows = await tx
        .select({ name, subject, body })
        .from(template)
        .where(eq(template.channel, channel))
        .orderBy(name)
        .for("update");
      return rows.map((row) => ({ channel, ...row }));
    },
    async deleteTemplate({ channel, name }) {
      await tx.delete(template).where(and(eq(template.channel, channel), eq(template.name, name)));
    },
  };
}

const TABLES = { category, ledgerUnit, paymentProfile };

/** The compiler cannot follow an entry to the table of its own list: to it each is the one with the fewest columns. */
const tableOf = (list: ListName) => TABLES[list] as unknown as typeof category;

function policyMethods(scope: Scope): Pick<Methods, "lockPolicy" | "replacePolicy"> {
  const { tx } = scope;
  return {
    async lockPolicy() {
      await lockTable(scope, sql`policy_row`);
      const rows = await tx
        .select()
        .from(policyRow)
        .orderBy(policyRow.daysOverdueFrom, policyRow.amountFromCents);
      return rows.map(({ id: _, maxDiscountAtOnce, maxDiscountSplit, ...row }) => ({
        ...row,
        maxDiscountAtOnce: maxDiscountAtOnce as Percent,
        maxDiscountSplit: maxDiscountSplit as Percent,
      }));
    },
    async replacePolicy(rows) {
      await tx.delete(policyRow);
      await tx.insert(policyRow).values([...rows]);
    },
  };
}
