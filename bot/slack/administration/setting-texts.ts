import type { CivilDate } from "#core/calendar.ts";
import { SETTINGS, type SettingKey, type SettingValue } from "#core/settings.ts";
import type { Texts } from "../../texts/texts.ts";
import { messageId } from "../../texts/words.ts";

/** The part of a key before its first point. */
export const settingGroup = (key: SettingKey, { say }: Texts): string =>
  say(messageId("admin-setting-group", key.split(".")[0] ?? ""));

/** Charts are called here as everywhere. */
export const choiceText = (key: SettingKey, choice: string, { say }: Texts): string =>
  say(
    key === "charts.post"
      ? messageId("chart", choice)
      : messageId("admin-setting-choice", `${key}.${choice}`),
  );

/** As people read it; a value that is none of the setting's (of an older version) as it came. */
export function settingValue(key: SettingKey, value: SettingValue, texts: Texts): string {
  const kind = SETTINGS[key];
  if (typeof value === "boolean") return texts.say(value ? "admin-on" : "admin-off");
  if (typeof value === "number") return texts.number(value);
  if (typeof value !== "string") {
    return value.length === 0
      ? texts.say("value-none")
      : texts.list(value.map((one) => severalText(key, one, texts)));
  }
  const isChoice = kind.type === "choice" && kind.choices.some((choice) => choice === value);
  if (isChoice) return choiceText(key, value, texts);
  return value === "" ? texts.say("value-none") : value;
}

/** A day, or one of the choices; what an older version knew as it came. */
function severalText(key: SettingKey, one: string, texts: Texts): string {
  const kind = SETTINGS[key];
  if (kind.type !== "several") return texts.date(one as CivilDate);
  return kind.choices.some((choice) => choice === one) ? choiceText(key, one, texts) : one;
}
