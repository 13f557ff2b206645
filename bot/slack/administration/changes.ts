import { isSettingKey, SETTINGS, type SettingValue } from "#core/settings.ts";
import type { ChangesRequest, ProviderChange } from "#db/queries/administration/read-changes.ts";
import type { EarlierValue } from "#db/queries/administration/read-earlier-values.ts";
import type { Texts } from "../../texts/texts.ts";
import { typed } from "../block-kit.ts";
import type { Acting } from "../listen.ts";
import type { Person } from "../person.ts";
import { settingValue } from "./setting-texts.ts";
import {
  ADMINISTERED,
  firstPage,
  type Item,
  type Listed,
  type Place,
  SUBJECT_PERMISSIONS,
  type Subject,
} from "./subject.ts";

type Kind = NonNullable<ChangesRequest["kinds"]>[number];

/** What somebody may change, of that they see who changed it. */
const KINDS_OF: Readonly<Record<keyof typeof SUBJECT_PERMISSIONS, readonly Kind[]>> = {
  roles: ["role_changed"],
  operators: ["operator_saved", "operator_deactivated", "api_token_added", "api_token_revoked"],
  settings: ["setting_changed"],
  categories: ["category_changed"],
  "ledger-units": ["ledger_unit_changed"],
  profiles: ["payment_profile_changed"],
  ladders: ["ladder_changed"],
  policy: ["policy_changed"],
  templates: ["template_saved", "template_deleted"],
  outbox: ["outbox_retried", "outbox_dropped"],
};

const PAGE_ROWS = 10;
/** Beyond so many pages the way back begins at the first one: metadata is small. */
const MAX_TRAIL = 8;

export const changes: Subject = { name: "changes", list };

async function list(acting: Acting, place: Place): Promise<Listed> {
  const {
    deps: { reads, texts },
    person,
  } = acting;
  const { trail } = place;
  const after = trail.at(-1);
  const read = await reads.administration.changes({
    kinds: kindsOf(person),
    limit: PAGE_ROWS,
    after,
  });
  // Of another list of kinds: the person's permissions changed between two pages.
  if (!read.ok && after !== undefined) return list(acting, firstPage("changes"));
  if (!read.ok) throw new Error(`a page of changes: ${read.refusal.code}`);
  const { rows, next } = read.value;
  const earlier = await reads.administration.earlier(rows.map(({ id }) => id));
  return {
    items: rows.map((change) =>
      itemOf(
        change,
        earlier.find(({ id }) => id === change.id),
        texts,
      ),
    ),
    intro: texts.say("admin-changes-intro"),
    previous: trail.length === 0 ? undefined : { ...place, trail: trail.slice(0, -1) },
    next: next === null ? undefined : { ...place, trail: [...trail, next].slice(-MAX_TRAIL) },
  };
}

const kindsOf = ({ permissions }: Person): readonly Kind[] =>
  ADMINISTERED.filter((name) => permissions.has(SUBJECT_PERMISSIONS[name])).flatMap(
    (name) => KINDS_OF[name],
  );

function itemOf(change: ProviderChange, earlier: EarlierValue | undefined, texts: Texts): Item {
  const { actor, actorName, onDate } = change;
  const who = typed(actorName ?? actor);
  return {
    text: typed(sentence(change, earlier, texts)),
    notes: [texts.say("admin-change-by", { who, date: texts.date(onDate) })],
  };
}

/** Settings and operators tell only what they are now: what they were comes from the change before. */
function sentence(
  { event }: ProviderChange,
  earlier: EarlierValue | undefined,
  texts: Texts,
): string {
  if (event.kind === "setting_changed") {
    const before = earlier?.kind === "setting_changed" ? earlier.data.value : undefined;
    return settingChange(event.data, before, texts);
  }
  if (event.kind === "operator_saved" && earlier?.kind === "operator_saved") {
    const state = ({ role, active }: typeof earlier.data) =>
      `${role}, ${texts.say(active ? "active" : "inactive")}`;
    return texts.say("admin-change-operator", {
      operator: event.data.operator,
      before: state(earlier.data),
      after: state(event.data),
    });
  }
  return texts.event(event);
}

function settingChange(
  { key, value }: { readonly key: string; readonly value: SettingValue },
  before: SettingValue | undefined,
  texts: Texts,
): string {
  if (!isSettingKey(key)) return texts.event({ kind: "setting_changed", data: { key, value } });
  return texts.say("admin-change-setting", {
    title: texts.setting(key).title,
    before: settingValue(key, before ?? SETTINGS[key].initial, texts),
    after: settingValue(key, value, texts),
  });
}
