import type { Permission } from "#core/access/permissions.ts";
import type { ButtonOf } from "../block-kit.ts";
import type { Acting, Pressed } from "../listen.ts";
import type { Person } from "../person.ts";

/** What is administered, and what somebody needs for it. */
export const SUBJECT_PERMISSIONS = {
  roles: "role.manage",
  operators: "operator.manage",
  settings: "setting.manage",
  categories: "category.manage",
  "ledger-units": "ledger-unit.manage",
  profiles: "profile.manage",
  ladders: "ladder.manage",
  policy: "policy.manage",
  templates: "template.manage",
  outbox: "outbox.manage",
} as const satisfies Record<string, Permission>;

type Administered = keyof typeof SUBJECT_PERMISSIONS;
/** The history is shown to whoever may change something, of just that. */
export type SubjectName = Administered | "changes";

export const ADMINISTERED = Object.keys(SUBJECT_PERMISSIONS) as readonly Administered[];

/** In the order in which people see them. */
export function subjectsOf({ permissions }: Person): readonly SubjectName[] {
  const own = ADMINISTERED.filter((name) => permissions.has(SUBJECT_PERMISSIONS[name]));
  return own.length === 0 ? [] : [...own, "changes"];
}

export const mayAdminister = (person: Person): boolean => subjectsOf(person).length > 0;

/** A subject's list as it stands in the modal. */
export type Place = {
  readonly subject: SubjectName;
  /** From 0; where a list is paged by cursors, their trail says it. */
  readonly page: number;
  readonly trail: readonly string[];
};

export const firstPage = (subject: SubjectName): Place => ({ subject, page: 0, trail: [] });

/** A list's modal: forms on top of it lead back here. */
export type Standing = { readonly viewId: string; readonly place: Place };

/** What we wrote ourselves, as Slack hands it back; undefined where no list stands. */
export function standingOf({ view }: Pressed): Standing {
  if (view === undefined) throw new Error("administration is reached from its modal only");
  return { viewId: view.id, place: JSON.parse(view.metadata) as Place };
}

/** One line of a list; what came from people is escaped by whoever makes it. */
export type Item = {
  readonly text: string;
  readonly notes?: readonly string[];
  readonly buttons?: readonly ButtonOf[];
};

export type Listed = {
  readonly items: readonly Item[];
  /** What the list is, where its title does not say it. */
  readonly intro?: string | undefined;
  readonly add?: ButtonOf | undefined;
  readonly previous?: Place | undefined;
  readonly next?: Place | undefined;
};

export type Subject = {
  readonly name: SubjectName;
  readonly list: (acting: Acting, place: Place) => Promise<Listed>;
};
