import { changes } from "../administration/change.ts";
import { decideLadder, type LadderForm, type LadderRecord } from "../administration/ladders.ts";
import type { Unit } from "../ports.ts";
import { accept, refuse } from "../result.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

/** Adds a ladder, or changes the one of that id; the classifier looks again at what an earlier forward day took. */
export const saveLadder = command<LadderForm, LadderRecord>(
  "ladder set",
  "ladder.manage",
  async (unit, { input }) => {
    const tooLong = checkText("id", input.id, 100) ?? checkText("name", input.name, 150);
    if (tooLong !== undefined) return refuse(tooLong);
    const change = decideLadder((await unit.ladder(input.id)) ?? null, input);
    if (!change.ok) return change;
    const { after } = change.value;
    if (!changes(change.value)) return accept(after);
    if (!(await unit.saveLadder(change.value))) return refuse(await movedOn(unit, input.id));
    await record(unit, [{ kind: "ladder_changed", data: change.value }]);
    return accept(after);
  },
);

async function movedOn(unit: Unit, ladder: string) {
  const version = (await unit.ladder(ladder))?.version ?? 1;
  return { code: "ladder_moved_on", ladder, version } as const;
}
