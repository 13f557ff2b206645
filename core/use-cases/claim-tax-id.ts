import type { CustomerId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import { accept } from "../result.ts";
import type { TaxId } from "../tax-id.ts";
import { chatCommand } from "./chat-command.ts";

export type ClaimTaxId = {
  readonly taxId: TaxId;
  /** In hex: what is counted by, since most tax ids that are tried are of nobody here. */
  readonly taxIdSha256: string;
};

/** `customers`: whoever has it, for the proof that comes next. Empty is answered to people exactly alike. */
export type Claim =
  | { readonly outcome: "claimed"; readonly customers: readonly CustomerId[] }
  | { readonly outcome: "too many tries"; readonly minutes: number };

/** Somebody says who they are; nothing is told before they prove it. Tries are counted by chat and by tax id. */
export const claimTaxId = chatCommand<ClaimTaxId, Claim>(
  "tax id claim",
  async (unit, { input }) => {
    const { chat, now, taxId, taxIdSha256 } = input;
    const minutes = await triedTooOften(unit, [`chat:${chat}`, `tax-id:${taxIdSha256}`], now);
    if (minutes !== undefined) return accept({ outcome: "too many tries", minutes });
    const found = await unit.customersWithTaxId(taxId);
    return accept({ outcome: "claimed", customers: found.map(({ customer }) => customer) });
  },
);

/** Counts a try of each, or says for how many minutes there can be none. */
export async function triedTooOften(
  unit: Unit,
  subjects: readonly string[],
  now: number,
): Promise<number | undefined> {
  const settings = await unit.settings();
  const minutes = settings["identity.tryMinutes"];
  const since = now - minutes * 60_000;
  for (const subject of subjects) {
    const tries = await unit.attemptsSince(subject, since);
    if (tries >= settings["identity.maxTries"]) return minutes;
  }
  for (const subject of subjects) await unit.addAttempt(subject, now);
  return undefined;
}
