import { eq } from "drizzle-orm";
import type { Catalogue, Unit } from "#core/ports.ts";
import { type Settings, settingsFrom } from "#core/settings.ts";
import {
  category,
  ledgerUnit,
  operator,
  paymentProfile,
  role,
  setting,
  template,
} from "../schema/provider.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  "settings" | "catalogue" | "saveSetting" | "operatorOfSlackUser" | "saveOperator" | "saveTemplate"
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
    async operatorOfSlackUser(slackUser) {
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
async function loadCatalogue({ tx }: Scope): Promise<Catalogue> {
  const categories = await tx
    .select({ name: category.name })
    .from(category)
    .where(eq(category.active, true))
    .orderBy(category.name);
  const profiles = await tx
    .select({ name: paymentProfile.name })
    .from(paymentProfile)
    .where(eq(paymentProfile.active, true))
    .orderBy(paymentProfile.name);
  const units = await tx
    .select({ name: ledgerUnit.code })
    .from(ledgerUnit)
    .where(eq(ledgerUnit.active, true))
    .orderBy(ledgerUnit.code);
  const roles = await tx.select({ name: role.name }).from(role).orderBy(role.name);
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
  return {
    categories: names(categories),
    profiles: names(profiles),
    ledgerUnits: names(units),
    roles: names(roles),
  };
}
