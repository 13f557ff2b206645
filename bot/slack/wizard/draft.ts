import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { CustomerId } from "#core/ids.ts";
import type { Refusal } from "#core/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import { loadDraft } from "#core/use-cases/load-draft.ts";
import { saveDraft } from "#core/use-cases/save-draft.ts";
import type { Acting } from "../listen.ts";
import type { DraftData, Place } from "./form.ts";

/** Begins a form for a customer, kept under an id that nobody can guess. */
export async function beginDraft(
  acting: Acting,
  { customer, data }: { readonly customer: CustomerId; readonly data: DraftData },
): Promise<Result<Pick<Place, "draft" | "revision">, Refusal>> {
  const { deps, person } = acting;
  const saved = await saveDraft(deps.ports, {
    input: { id: randomUUID(), customer, revision: 0, data },
    actor: person.id,
    today: deps.today(),
  });
  return saved.ok ? accept({ draft: saved.value.id, revision: saved.value.revision }) : saved;
}

export async function readDraft(
  { deps, person }: Acting,
  { draft }: Pick<Place, "draft">,
): Promise<Result<{ readonly data: DraftData; readonly revision: number }, Refusal>> {
  const loaded = await loadDraft(deps.ports, {
    input: { id: draft },
    actor: person.id,
    today: deps.today(),
  });
  if (!loaded.ok) return loaded;
  const { data, revision } = loaded.value;
  return accept({ data: data as DraftData, revision });
}

/**
 * Keeps what was filled in, unless another window went on with it. The same once more is no other window: a request that
 * Slack repeats finds its own work done.
 */
export async function keepDraft(
  acting: Acting,
  place: Place,
  data: DraftData,
): Promise<Result<Place, Refusal>> {
  const { deps, person } = acting;
  const by = { actor: person.id, today: deps.today() };
  const { draft: id, customer, revision } = place;
  const saved = await saveDraft(deps.ports, { input: { id, customer, revision, data }, ...by });
  if (saved.ok) return accept({ ...place, revision: saved.value.revision });
  if (saved.refusal.code !== "draft_overtaken") return saved;
  const kept = await loadDraft(deps.ports, { input: { id }, ...by });
  const isOurs = kept.ok && kept.value.revision === revision + 1 && isSame(kept.value.data, data);
  return isOurs ? accept({ ...place, revision: revision + 1 }) : refuse(saved.refusal);
}

/** As JSON keeps it: without what is undefined. */
const isSame = (kept: unknown, data: DraftData): boolean =>
  isDeepStrictEqual(kept, JSON.parse(JSON.stringify(data)));
