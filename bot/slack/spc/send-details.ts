import type { registerInSpc } from "#core/use-cases/register-in-spc.ts";
import { refreshAccount } from "../account/below.ts";
import { textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { refreshHome } from "../home/publish.ts";
import type { Submitted } from "../listen.ts";
import { refusedModal, saidModal } from "../plain-blocks.ts";
import { SPC, type SpcMetadata } from "./form.ts";

/** Registers or removes; a refusal of the text stands at the text. */
export async function sendDetails(
  submitted: Submitted,
  change: typeof registerInSpc,
  doneText: string,
): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { texts } = deps;
  const { invoice, place } = JSON.parse(view.metadata) as SpcMetadata;
  const details = textIn(view.values, SPC.details);
  const request = { input: { invoice, details }, actor: person.id, today: deps.today(), key };
  const changed = await change(deps.ports, request);
  if (!changed.ok) {
    const sentence = texts.refusal(changed.refusal);
    const isOfText = ["details_empty", "details_too_long"].includes(changed.refusal.code);
    return isOfText
      ? { errors: { [SPC.details]: sentence } }
      : { update: refusedModal(texts, sentence) };
  }
  refreshAccount(submitted, place);
  refreshHome(submitted);
  const { record } = changed.value;
  return {
    update: saidModal(texts, {
      lines: [texts.say(doneText, { record: String(record) }), texts.say("spc-internal")],
    }),
  };
}
