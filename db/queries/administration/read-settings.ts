import { SETTINGS, type SettingKey, type SettingValue, settingsFrom } from "#core/settings.ts";
import type { Sql } from "#db/client.ts";

export type SettingEntry = {
  readonly key: SettingKey;
  readonly value: SettingValue;
  /** What holds when nobody changes it. */
  readonly initial: SettingValue;
  readonly changed: boolean;
};

/** Every setting, in the order of core/settings.ts. */
export async function readSettings(sql: Sql): Promise<SettingEntry[]> {
  const rows = await sql<{ key: string; value: unknown }[]>`select key, value from setting`;
  const settings = settingsFrom(new Map(rows.map(({ key, value }) => [key, value])));
  return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
    const value = settings[key];
    const { initial } = SETTINGS[key];
    return { key, value, initial, changed: JSON.stringify(value) !== JSON.stringify(initial) };
  });
}
