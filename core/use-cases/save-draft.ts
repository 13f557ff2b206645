import type { CustomerId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, refuse } from "../result.ts";
import { MAX_DRAFT_CHARACTERS } from "../work/limits.ts";
import type { Draft } from "../work-ports.ts";
import { command, lockedCustomer } from "./command.ts";

/** The id is made by whoever begins the form, at random; `revision` is that of the draft it was made of, 0 for a new one. */
export type SaveDraft = {
  readonly id: string;
  readonly customer: CustomerId;
  readonly revision: number;
  readonly data: unknown;
};
export type DraftSaved = { readonly id: string; readonly revision: number };

/** Keeps a half-filled agreement form. It locks nothing, and is refused when another window went on with it meanwhile. */
export const saveDraft = command<SaveDraft, DraftSaved>(
  "draft save",
  "agreement.make",
  async (unit, { input }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    const length = JSON.stringify(input.data ?? null).length;
    if (length > MAX_DRAFT_CHARACTERS) {
      const max = MAX_DRAFT_CHARACTERS;
      return refuse({ code: "field_too_long", field: "draft", length, max });
    }
    const { id, revision } = input;
    const refusal = revision === 0 ? await create(unit, input) : await replace(unit, input);
    return refusal === undefined ? accept({ id, revision: revision + 1 }) : refuse(refusal);
  },
);

/** The id of another's form is no more known than one that never was. */
async function create(unit: Unit, draft: Draft): Promise<Refusal | undefined> {
  return (await unit.createDraft(draft)) ? undefined : whyNotKept(unit, draft);
}

async function replace(unit: Unit, draft: Draft): Promise<Refusal | undefined> {
  const { id, customer, revision } = draft;
  const kept = await unit.draft(id);
  if (kept?.customer !== customer || kept.revision !== revision) return whyNotKept(unit, draft);
  await unit.saveDraft({ ...draft, revision: revision + 1 });
  return undefined;
}

async function whyNotKept(unit: Unit, { id, customer, revision }: Draft): Promise<Refusal> {
  const kept = await unit.draft(id);
  return kept?.customer === customer
    ? { code: "draft_overtaken", draft: id, revision: kept.revision, got: revision }
    : { code: "draft_unknown", draft: id };
}
