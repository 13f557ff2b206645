import type { InputBlock, ModalView } from "@slack/types";
import type { CivilDate } from "#core/calendar.ts";
import { SETTINGS, type SettingKey } from "#core/settings.ts";
import type { SettingEntry } from "#db/queries/administration/read-settings.ts";
import type { Texts } from "../../texts/texts.ts";
import { option, section } from "../block-kit.ts";
import {
  chosenIn,
  numberField,
  selectField,
  severalField,
  textField,
  textIn,
  tickedIn,
} from "../fields.ts";
import { dayIn } from "../typed-values.ts";
import type { FormValues } from "../view-of.ts";
import { formView } from "./form.ts";
import { choiceText, settingGroup } from "./setting-texts.ts";
import type { Standing } from "./subject.ts";

export const SETTING_FORM = "administration:settings:form";
export const VALUE = "value";

export const settingForm = (
  { setting, standing }: { readonly setting: SettingEntry; readonly standing: Standing },
  texts: Texts,
): ModalView =>
  formView(
    {
      callbackId: SETTING_FORM,
      title: texts.say("admin-setting-edit"),
      meta: { standing, id: setting.key },
      blocks: [
        section(`*${settingGroup(setting.key, texts)}*\n${texts.setting(setting.key).title}`),
        valueField(setting, texts),
      ],
    },
    texts,
  );

function valueField({ key, value }: SettingEntry, texts: Texts): InputBlock {
  const { say } = texts;
  const kind = SETTINGS[key];
  const field = { id: VALUE, label: say("admin-setting-value") };
  const placeholder = say("admin-choose-one");
  const hint = texts.setting(key).expects;
  switch (kind.type) {
    case "switch":
      return selectField({
        ...field,
        placeholder,
        options: [option(say("admin-on"), "true"), option(say("admin-off"), "false")],
        chosen: `${value}`,
      });
    case "choice":
      return selectField({
        ...field,
        placeholder,
        options: kind.choices.map((choice) => option(choiceText(key, choice, texts), choice)),
        chosen: `${value}`,
      });
    case "several":
      return severalField({
        ...field,
        placeholder,
        options: kind.choices.map((choice) => option(choiceText(key, choice, texts), choice)),
        chosen: value as readonly string[],
      });
    case "number":
      return numberField({ ...field, hint, initial: Number(value) });
    case "text":
      return textField({ ...field, hint, optional: true, initial: `${value}` });
    case "days":
      return textField({
        ...field,
        hint: say("admin-days-hint"),
        optional: true,
        lines: "many",
        initial: (value as readonly CivilDate[]).map((day) => texts.date(day)).join("\n"),
      });
  }
}

/** As the command reads it; undefined: not every one of the days is a day. */
export function settingIn(values: FormValues, key: SettingKey): string | undefined {
  switch (SETTINGS[key].type) {
    case "switch":
    case "choice":
      return chosenIn(values, VALUE);
    case "several":
      return tickedIn(values, VALUE).join(",");
    case "number":
    case "text":
      return textIn(values, VALUE);
    case "days": {
      const texts = textIn(values, VALUE).split(/[\s,;]+/);
      const days = texts.filter((text) => text !== "").map(dayIn);
      return days.every((day) => day !== undefined) ? days.join(",") : undefined;
    }
  }
}
