import { accept, refuse } from "../result.ts";
import type { Draft } from "../work-ports.ts";
import { command } from "./command.ts";

export type DraftOf = { readonly id: string };

/** One's own half-filled form, as it was kept last. */
export const loadDraft = command<DraftOf, Draft>(
  "draft load",
  "agreement.make",
  async (unit, { input: { id } }) => {
    const draft = await unit.draft(id);
    return draft === undefined ? refuse({ code: "draft_unknown", draft: id }) : accept(draft);
  },
);
