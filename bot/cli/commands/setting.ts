import { accept } from "#core/result.ts";
import { isSettingKey, SETTINGS, type SettingKey, type Settings } from "#core/settings.ts";
import { changeSetting } from "#core/use-cases/change-setting.ts";
import { command } from "#core/use-cases/command.ts";
import { ask } from "../call.ts";
import { type Answer, define } from "../command.ts";
import { Failure } from "../failure.ts";
import { anyText, type Reader, text } from "../readers.ts";
import { table } from "../render.ts";
import type { Call } from "../services.ts";

const KEYS = Object.keys(SETTINGS) as SettingKey[];
const maybeKey: Reader<string | undefined> = text(100);

export const settingGet = define({
  name: "setting get",
  help: "Shows a setting, or all of them.",
  example: "agreement.sources",
  args: [{ name: "[key]", help: "the setting; without it all", read: maybeKey }],
  async work(call, _, [key]) {
    if (key === undefined) return listAll(call);
    if (!isSettingKey(key)) throw new Failure(call.texts.refusal({ code: "setting_unknown", key }));
    const settings = await ask(call, readSettings, null);
    return { json: { key, value: settings[key] }, text: [`${key}: ${settings[key]}`] };
  },
});

export const settingSet = define({
  name: "setting set",
  help: "Changes a setting: true or false, a whole number, a choice, text, or dates separated by commas. See setting list for what each expects.",
  example: "agreement.sources suspended",
  args: [
    { name: "<key>", help: "the setting", read: text(100) },
    { name: "<value>", help: "its new value", read: anyText },
  ],
  async work(call, _, [key, value]) {
    const changed = await ask(call, changeSetting, { key, value });
    return { json: changed, text: [`${key}: ${changed.value}`] };
  },
});

export const settingList = define({
  name: "setting list",
  help: "Lists all settings with their values and what may be set.",
  example: "",
  work: (call) => listAll(call),
});

async function listAll(call: Call): Promise<Answer> {
  const settings = await ask(call, readSettings, null);
  const rows = KEYS.map((key) => ({ key, value: settings[key], ...call.texts.setting(key) }));
  return {
    json: settings,
    text: table(rows.map(({ key, value, expects }) => ({ key, value: `${value}`, expects }))),
  };
}

const readSettings = command<null, Settings>("setting get", "setting.manage", async (unit) =>
  accept(await unit.settings()),
);
