import { accept } from "../result.ts";
import { isSettingKey, parseSetting, type SettingValue } from "../settings.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

/** `value` as a person types it: core/settings.ts. */
export type ChangeSetting = { readonly key: string; readonly value: string };

export const changeSetting = command<ChangeSetting, { key: string; value: SettingValue }>(
  "setting set",
  "setting.manage",
  async (unit, { input }) => {
    const parsed = parseSetting(input.key, input.value);
    if (!parsed.ok) return parsed;
    const { key } = input;
    if (isSettingKey(key)) await unit.saveSetting(key, parsed.value);
    await record(unit, [{ kind: "setting_changed", data: { key, value: parsed.value } }]);
    return accept({ key, value: parsed.value });
  },
);
