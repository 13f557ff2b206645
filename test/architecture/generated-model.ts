import { globSync } from "node:fs";
import { join } from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { DEFAULT_ROLES } from "#core/access/roles.ts";
import { MOVES, STAGES } from "#core/collection/stage.ts";
import { formatAmount, formatPercent } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";
import { SETTINGS } from "#core/settings.ts";
import { table } from "./markdown.ts";
import { ROOT } from "./project-files.ts";

export const stageMoves = (): string =>
  table(
    ["move", "from", "to"],
    Object.entries(MOVES).map(([move, { from, to }]) => [
      `\`${move}\``,
      from.map(placeName).join(", "),
      placeName(to),
    ]),
  );

const placeName = (place: string): string =>
  place === "none" ? "outside collections" : `\`${place}\``;

export const stages = (): string => STAGES.map((stage) => `\`${stage}\``).join(", ");

/** Each table with its key and what the database itself refuses. */
export const tables = async (): Promise<string> =>
  table(
    ["table", "key", "unique", "checked", "refers to"],
    (await schemaTables()).map((one) => {
      const { name, columns, primaryKeys, indexes, checks, foreignKeys, uniqueConstraints } =
        getTableConfig(one);
      const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
      const uniques = indexes
        .filter(({ config }) => config.unique)
        .map(({ config }) => config.name ?? "")
        .concat(uniqueConstraints.map((unique) => unique.getName() ?? ""))
        .concat(columns.filter(({ isUnique }) => isUnique).map(columnName));
      const referred = foreignKeys.map((foreign) =>
        getTableConfig(foreign.reference().foreignTable),
      );
      return [
        `\`${name}\``,
        key.map(columnName).join(", "),
        uniques.join(", "),
        checks.map((check) => check.name).join(", "),
        referred.map((target) => target.name).join(", "),
      ];
    }),
  );

const columnName = ({ name }: { readonly name: string }): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

async function schemaTables(): Promise<PgTable[]> {
  const files = globSync("db/schema/*.ts", { cwd: ROOT }).sort();
  const modules = await Promise.all(files.map((file) => import(join(ROOT, file))));
  return modules
    .flatMap((module: object) => Object.values(module))
    .filter((value): value is PgTable => is(value, PgTable))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = (one: PgTable): string => getTableConfig(one).name;

export const settings = (): string =>
  table(
    ["setting", "until changed", "may be"],
    Object.entries(SETTINGS).map(([key, kind]) => [
      `\`${key}\``,
      `${kind.initial}` === "" ? "nothing" : `\`${kind.initial}\``,
      boundsOf(kind),
    ]),
  );

function boundsOf(kind: (typeof SETTINGS)[keyof typeof SETTINGS]): string {
  switch (kind.type) {
    case "switch":
      return "true or false";
    case "number":
      return `${kind.min} to ${kind.max}`;
    case "choice":
      return kind.choices.join(" or ");
    case "text":
      return `at most ${kind.maxLength} characters`;
    case "days":
      return "dates separated by commas";
    case "several":
      return `any of ${kind.choices.join(", ")}`;
  }
}

export const roles = (): string =>
  table(
    ["role", "permissions", "discount up to", "instalments up to", "debt up to"],
    DEFAULT_ROLES.map(({ name, permissions, allowance }) => [
      name,
      `${permissions.size} of ${PERMISSIONS.length}`,
      `${formatPercent(allowance.maxDiscount)} %`,
      String(allowance.maxInstalments),
      allowance.maxAmountCents === null ? "any" : `R$ ${formatAmount(allowance.maxAmountCents)}`,
    ]),
  );

export const permissions = (): string =>
  table(
    ["permission", "held by default by"],
    PERMISSIONS.map((permission) => [
      `\`${permission}\``,
      DEFAULT_ROLES.filter((role) => role.permissions.has(permission))
        .map(({ name }) => name)
        .join(", "),
    ]),
  );

export const policy = (): string =>
  table(
    [
      "days overdue",
      "discount at once",
      "discount split",
      "instalments",
      "each at least",
      "first due within",
      "offer stands",
    ],
    DEFAULT_POLICY.map((row) => [
      `${row.daysOverdueFrom} to ${row.daysOverdueTo ?? "any"}`,
      `${formatPercent(row.maxDiscountAtOnce)} %`,
      `${formatPercent(row.maxDiscountSplit)} %`,
      `up to ${row.maxInstalments}`,
      `R$ ${formatAmount(row.minInstalmentCents)}`,
      `${row.latestFirstDueDays} days`,
      `${row.offerStandsDays} days`,
    ]),
  );
