import type { AgreementNumber } from "#core/ids.ts";
import type { KnownTalk } from "../talk.ts";
import { showAgreement } from "./show.ts";

/** The document of an agreement of the customer's own, below the screen. */
export async function pressPdf(talk: KnownTalk, row: string): Promise<void> {
  const { deps, owner } = talk;
  const all = await deps.reads.ownAgreements(owner.customer, deps.today());
  const own = all.find(({ agreement }) => `${agreement}` === row);
  await showAgreement(talk, row);
  if (own !== undefined) await sendAgreementPdf(talk, own.agreement);
}

/** What cannot be printed now is no reason to take back what was agreed: it is said, and can be asked for again. */
export async function sendAgreementPdf(talk: KnownTalk, agreement: AgreementNumber): Promise<void> {
  const { deps, texts } = talk;
  const pdf = await deps.documents.agreement(agreement, deps.today());
  if (pdf === undefined) {
    await talk.tell({ text: texts.say("telegram-agreement-no-pdf") });
    return;
  }
  const name = `${texts.say("telegram-agreement-file", { agreement: `${agreement}` })}.pdf`;
  await talk.sendDocument({ name, bytes: pdf });
}
