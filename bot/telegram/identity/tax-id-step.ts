import { createHash } from "node:crypto";
import { parseTaxId } from "#core/tax-id.ts";
import { claimTaxId } from "#core/use-cases/claim-tax-id.ts";
import type { Typed } from "../feature.ts";
import { showStart } from "../menu/start.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { isKnown, type Talk } from "../talk.ts";
import { askWhoItIs } from "./ask.ts";
import { askProof } from "./proof-step.ts";

/** A CPF or CNPJ was typed. It leaves the chat at once, and what follows is the same whoever has it. */
export async function takeTaxId(talk: Talk, { text, message }: Typed): Promise<void> {
  if (isKnown(talk)) return showStart(talk);
  await talk.remove(message);
  const { say } = talk.texts;
  const taxId = parseTaxId(text);
  if (taxId === undefined) return askWhoItIs(talk, say("telegram-tax-id-invalid"));
  const taxIdSha256 = createHash("sha256").update(taxId).digest("hex");
  const claim = await claimTaxId(talk.deps.ports, {
    input: { ...talk.fromChat(), taxId, taxIdSha256 },
    today: talk.deps.today(),
    key: talk.key,
  });
  if (claim.outcome === "claimed") {
    return askProof(talk, { customers: claim.customers, contactTried: false });
  }
  await talk.show({
    text: say("telegram-too-many-tries", { minutes: claim.minutes }),
    buttons: [[{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }]],
  });
}
