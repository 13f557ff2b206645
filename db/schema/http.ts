import { sql } from "drizzle-orm";
import { bigint, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { dayColumn, instantColumn, operatorIdColumn } from "./columns.ts";

/** Keys that all processes share and no person types; made by whichever needs one first. Never logged. */
export const secret = pgTable("secret", {
  name: text().primaryKey(),
  /** base64url */
  value: text().notNull(),
  madeAt: instantColumn().notNull().defaultNow(),
});

/** What another system proves itself with over HTTP: only the token's hash is kept. */
export const apiToken = pgTable(
  "api_token",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    tokenSha256: text().notNull(),
    scopes: text().array().notNull(),
    /** Acts with this operator's permissions, as long as the operator is active, and under this name in the history. */
    operatorId: operatorIdColumn().notNull(),
    madeBy: operatorIdColumn().notNull(),
    madeAt: instantColumn().notNull().defaultNow(),
    lastUsedOn: dayColumn(),
    revokedAt: instantColumn(),
  },
  (t) => [
    uniqueIndex("api_token_sha256").on(t.tokenSha256),
    uniqueIndex("api_token_name").on(t.name).where(sql`revoked_at is null`),
  ],
);
