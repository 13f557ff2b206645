import { accept } from "../result.ts";
import { command } from "./command.ts";
import type { DraftOf } from "./load-draft.ts";

/** Forgets one's own half-filled form; what is forgotten already stays so. */
export const dropDraft = command<DraftOf, DraftOf>(
  "draft drop",
  "agreement.make",
  async (unit, { input: { id } }) => {
    await unit.dropDraft(id);
    return accept({ id });
  },
);
