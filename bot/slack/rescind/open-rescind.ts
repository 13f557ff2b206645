import type { App } from "@slack/bolt";
import type { AgreementNumber } from "#core/ids.ts";
import { rescindAgreement } from "#core/use-cases/rescind-agreement.ts";
import { accountBelow, refreshAccount } from "../account/below.ts";
import type { SlackDeps } from "../deps.ts";
import { textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { refreshHome } from "../home/publish.ts";
import { type Acting, onSubmit, type Submitted } from "../listen.ts";
import { openWith } from "../open.ts";
import { refusedModal, saidModal } from "../plain-blocks.ts";
import { previewing } from "../preview.ts";
import { RESCIND, type RescindMetadata, rescindView, restoredLines } from "./view.ts";

/** For the preview only: the person's own words come with the form. */
const SAMPLE_REASON = "-";

/** The form to take an agreement back, with all that this does; or why it cannot be. */
export async function openRescind(acting: Acting, agreement: AgreementNumber): Promise<void> {
  const { deps, person } = acting;
  const { texts, reads } = deps;
  await openWith(acting, async () => {
    const found = await reads.agreement(agreement);
    if (found === undefined) {
      return refusedModal(texts, texts.refusal({ code: "agreement_unknown", agreement }));
    }
    const input = { agreement, reason: SAMPLE_REASON };
    const request = { input, actor: person.id, today: deps.today() };
    const preview = await rescindAgreement(previewing(deps.ports), request);
    return preview.ok
      ? rescindView(found, { ...preview.value, place: accountBelow(acting) }, texts)
      : refusedModal(texts, texts.refusal(preview.refusal));
  });
}

export function registerRescind(app: App, deps: SlackDeps): void {
  onSubmit(app, deps, { id: RESCIND.form, permission: "agreement.rescind" }, rescind);
}

async function rescind(submitted: Submitted): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { texts } = deps;
  const { agreement, place } = JSON.parse(view.metadata) as RescindMetadata;
  const reason = textIn(view.values, RESCIND.reason);
  const rescinded = await rescindAgreement(deps.ports, {
    input: { agreement, reason },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!rescinded.ok) {
    const sentence = texts.refusal(rescinded.refusal);
    const isOfReason = ["reason_empty", "reason_too_long"].includes(rescinded.refusal.code);
    return isOfReason
      ? { errors: { [RESCIND.reason]: sentence } }
      : { update: refusedModal(texts, sentence) };
  }
  refreshAccount(submitted, place);
  refreshHome(submitted);
  return {
    update: saidModal(texts, {
      lines: [
        texts.say("slack-panels-rescinded", { agreement: String(agreement) }),
        ...restoredLines(rescinded.value.restored, texts),
      ],
    }),
  };
}
