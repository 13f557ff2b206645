import { forwardDay, isLadderAction, type LadderRefusal, readLadder } from "../ladder/ladder.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Saved } from "./change.ts";

/** A ladder as it is kept. Steps that another system brought and that are none of ours do nothing here. */
export type LadderRecord = {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
  /** Smallest day of the step `forward_to_collections`; null when it has none. */
  readonly forwardDay: number | null;
  /** Counts the changes. */
  readonly version: number;
};

export type LadderForm = {
  /** Contracts name it by this. */
  readonly id: string;
  readonly name: string;
  /** Ours only: those of another system stay as they are. */
  readonly steps: readonly Step[];
  /** The one that the person saw; null for a new ladder. */
  readonly version: number | null;
};

export type LadderChangeRefusal =
  | LadderRefusal
  | { readonly code: "ladder_unknown"; readonly ladder: string }
  | { readonly code: "ladder_id_taken"; readonly ladder: string; readonly name: string }
  | { readonly code: "ladder_moved_on"; readonly ladder: string; readonly version: number };

type Step = { readonly day: number; readonly action: string };

export function decideLadder(
  before: LadderRecord | null,
  form: LadderForm,
): Result<Saved<LadderRecord>, LadderChangeRefusal> {
  const overtaken = checkVersion(before, form);
  if (overtaken !== undefined) return refuse(overtaken);
  const read = readLadder(form.name, form.steps);
  if (!read.ok) return read;
  const foreign = (before?.steps ?? []).filter(({ action }) => !isLadderAction(action));
  const steps = [...read.value.steps, ...foreign].sort(byDayAndAction);
  const { id } = form;
  const draft = {
    id,
    name: read.value.name,
    steps,
    forwardDay: forwardDay({ steps }) ?? null,
    version: before?.version ?? 1,
  };
  if (before === null || sameLadder(before, draft)) return accept({ before, after: draft });
  return accept({ before, after: { ...draft, version: draft.version + 1 } });
}

function checkVersion(
  before: LadderRecord | null,
  { id, version }: LadderForm,
): LadderChangeRefusal | undefined {
  if (before === null) {
    return version === null ? undefined : { code: "ladder_unknown", ladder: id };
  }
  if (version === null) return { code: "ladder_id_taken", ladder: id, name: before.name };
  return version === before.version
    ? undefined
    : { code: "ladder_moved_on", ladder: id, version: before.version };
}

const sameLadder = (a: LadderRecord, b: LadderRecord): boolean =>
  a.name === b.name && stepsText(a) === stepsText(b);

const stepsText = ({ steps }: LadderRecord): string =>
  [...steps]
    .sort(byDayAndAction)
    .map(({ day, action }) => `${day} ${action}`)
    .join("\n");

const byDayAndAction = (a: Step, b: Step): number =>
  a.day - b.day || (a.action < b.action ? -1 : a.action > b.action ? 1 : 0);
