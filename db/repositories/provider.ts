import { eq, sql } from "drizzle-orm";
import type { Catalogue, Unit } from "#core/ports.ts";
import { type Settings, settingsFrom } from "#core/settings.ts";
import { operator, setting, template } from "../schema/provider.ts";
import { rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  "settings" | "catalogue" | "saveSetting" | "lockSlackUser" | "saveOperator" | "saveTemplate"
>;

/** What belongs to the provider as a whole. */
export function providerMethods(scope: Scope): Methods {
  const { tx, actor } = scope;
  let settings: Promise<Settings> | undefined;
  return {
    settings: () => {
      settings ??= loadSettings(scope);
      return settings;
    },
    catalogue: () => loadCatalogue(scope),
    async saveSetting(key, value) {
      await tx
        .insert(setting)
        .values({ key, value })
        .onConflictDoUpdate({ target: setting.key, set: { value } });
      settings = undefined;
    },
    async lockSlackUser(slackUser) {
      await tx.execute(
        sql`select pg_advisory_xact_lock(hashtextextended(${`operator.slack:${slackUser}`}, 0))`,
      );
      const [found] = await tx
        .select({ id: operator.id })
        .from(operator)
        .where(eq(operator.slackUserId, slackUser));
      return found?.id;
    },
    async saveOperator({ id, slackUser: slackUserId, ...rest }) {
      const values = { ...rest, slackUserId };
      await tx
        .insert(operator)
        .values({ id, ...values })
        .onConflictDoUpdate({ target: operator.id, set: values });
    },
    async saveTemplate(saved) {
      const values = { ...saved, savedBy: actor.id, savedAt: new Date() };
      await tx
        .insert(template)
        .values(values)
        .onConflictDoUpdate({ target: [template.channel, template.name], set: values });
    },
  };
}

async function loadSettings({ tx }: Scope): Promise<Settings> {
  const stored = await tx.select().from(setting);
  return settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
}

/** What was given up is offered no more. */
/** One round trip: an agreement asks for all of it. */
async function loadCatalogue({ tx }: Scope): Promise<Catalogue> {
  const rows = await rowsOf<{ list: keyof Catalogue; names: string[] }>(
    tx,
    sql`
    select 'categories' as list, array(select name from category where active order by name) as names
    union all select 'profiles', array(select name from payment_profile where active order by name)
    union all select 'ledgerUnits', array(select code from ledger_unit where active order by code)
    union all select 'roles', array(select name from role order by name)`,
  );
  const lists = new Map(rows.map(({ list, names }) => [list, names]));
  const listed = (list: keyof Catalogue): readonly string[] => lists.get(list) ?? [];
  return {
    categories: listed("categories"),
    profiles: listed("profiles"),
    ledgerUnits: listed("ledgerUnits"),
    roles: listed("roles"),
  };
}
