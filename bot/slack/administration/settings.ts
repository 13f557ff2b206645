import type { App } from "@slack/bolt";
import { changeSetting } from "#core/use-cases/change-setting.ts";
import type { SettingEntry } from "#db/queries/administration/read-settings.ts";
import type { Texts } from "../../texts/texts.ts";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Submitted } from "../listen.ts";
import { metaOf, openForm } from "./form.ts";
import { pageOf } from "./pages.ts";
import { SETTING_FORM, settingForm, settingIn, VALUE } from "./setting-form.ts";
import { settingGroup, settingValue } from "./setting-texts.ts";
import { settleForm } from "./show.ts";
import { type Item, type Place, SUBJECT_PERMISSIONS, type Subject } from "./subject.ts";

export const EDIT_SETTING = "administration:settings:edit";

export const settings: Subject = { name: "settings", list };

export function registerSettings(app: App, deps: SlackDeps): void {
  const permission = SUBJECT_PERMISSIONS.settings;
  onAction(app, deps, { id: EDIT_SETTING, permission }, (pressed) =>
    openForm(pressed, async (standing) => {
      const setting = await settingOf(deps, pressed.value);
      return setting && settingForm({ setting, standing }, deps.texts);
    }),
  );
  onSubmit(app, deps, { id: SETTING_FORM, permission }, submit);
}

const settingOf = async ({ reads }: SlackDeps, key: string) =>
  (await reads.administration.settings()).find((setting) => setting.key === key);

async function list({ deps: { reads, texts } }: Acting, place: Place) {
  const { rows, previous, next } = pageOf(await reads.administration.settings(), place);
  // Settings of one group stand together, so that its name stands above the first of them only.
  const items = rows.map((setting, index) =>
    itemOf(setting, rows[index - 1]?.key.split(".")[0] !== setting.key.split(".")[0], texts),
  );
  return { items, previous, next };
}

function itemOf(setting: SettingEntry, isFirst: boolean, texts: Texts): Item {
  const { key, value, initial, changed } = setting;
  const { title } = texts.setting(key);
  const group = isFirst ? `*${settingGroup(key, texts)}*\n` : "";
  return {
    text: `${group}${title}: *${typed(settingValue(key, value, texts))}*`,
    notes: [
      texts.say("admin-setting-expects", { expects: texts.setting(key).expects }),
      changed
        ? texts.say("admin-setting-initial", { value: typed(settingValue(key, initial, texts)) })
        : texts.say("admin-setting-unchanged"),
    ],
    buttons: [{ id: EDIT_SETTING, text: texts.say("admin-edit"), value: key }],
  };
}

async function submit(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { texts } = deps;
  const { id, standing } = metaOf(view);
  const setting = await settingOf(deps, id ?? "");
  if (setting === undefined) return { errors: { [VALUE]: texts.say("admin-gone") } };
  const value = settingIn(view.values, setting.key);
  if (value === undefined) return { errors: { [VALUE]: texts.say("admin-days-expected") } };
  const request = {
    input: { key: setting.key, value },
    actor: person.id,
    today: deps.today(),
    key,
  };
  const result = await changeSetting(deps.ports, request);
  return settleForm(submitted, settings, {
    standing,
    result,
    done: texts.say("admin-setting-saved", {
      title: texts.setting(setting.key).title,
      value: typed(result.ok ? settingValue(setting.key, result.value.value, texts) : value),
    }),
    fieldOf: () => VALUE,
  });
}
