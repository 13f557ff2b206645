import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { AgreementNumber, CustomerId } from "#core/ids.ts";
import type { Refusal } from "#core/refusals.ts";
import { approveAgreement, refuseAgreement } from "#core/use-cases/decide-approval.ts";
import { openAccount } from "../account/open-account.ts";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openWith } from "../open.ts";
import { counterProposal } from "../wizard/counter-proposal.ts";
import { updateApproval } from "./approval-messages.ts";
import {
  APPROVE,
  COUNTER,
  COUNTER_FORM,
  OPEN_ACCOUNT,
  REASON,
  REFUSE,
  REFUSE_FORM,
} from "./ids.ts";
import { reasonForm } from "./reason-form.ts";

const permission = "agreement.approve";

/** Deciding about what is beyond its author's allowance, from the message that asks. */
export function registerApprovals(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: APPROVE, permission }, approve);
  onAction(app, deps, { id: REFUSE, permission }, (pressed) => askReason(pressed, "refuse"));
  onAction(app, deps, { id: COUNTER, permission }, (pressed) => askReason(pressed, "counter"));
  onSubmit(app, deps, { id: REFUSE_FORM, permission }, async (submitted) => {
    const refusal = await refuse(submitted);
    return refusal === undefined ? { close: "this" } : refusedAnswer(submitted, refusal);
  });
  onSubmit(app, deps, { id: COUNTER_FORM, permission }, async (submitted) => {
    const refusal = await refuse(submitted);
    if (refusal !== undefined) return refusedAnswer(submitted, refusal);
    return { update: await counterProposal(submitted, agreementOf(submitted.view.metadata)) };
  });
  onAction(app, deps, { id: OPEN_ACCOUNT }, (pressed) =>
    openAccount(pressed, pressed.value as CustomerId),
  );
}

async function approve(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const agreement = Number(value) as AgreementNumber;
  const decided = await approveAgreement(deps.ports, {
    input: { agreement },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!decided.ok) await tell(pressed, deps.texts.refusal(decided.refusal));
  await refresh(pressed, agreement);
}

/** In a modal; to the person alone in the channel where its trigger did not live long enough. */
async function tell(
  { client, deps, triggerId, body, person }: Pressed,
  why: string,
): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view: errorModal(deps, why) });
  } catch (error) {
    const channel = body.channel?.id;
    if (channel === undefined) throw error;
    await client.chat.postEphemeral({ channel, user: person.slackUser, text: typed(why) });
  }
}

const askReason = (pressed: Pressed, form: "refuse" | "counter"): Promise<void> =>
  openWith(pressed, async (): Promise<ModalView> => {
    const { deps, value, person } = pressed;
    const agreement = Number(value) as AgreementNumber;
    const approval = await deps.reads.approval(agreement, deps.today());
    const refusal = whyNot(approval, { agreement, operator: person.id });
    if (approval !== undefined && refusal === undefined) {
      return reasonForm(form, approval, deps.texts);
    }
    await refresh(pressed, agreement);
    return errorModal(
      deps,
      deps.texts.refusal(refusal ?? { code: "agreement_unknown", agreement }),
    );
  });

/** Told before a reason is written; the core says the same again when it is sent. */
function whyNot(
  approval: Awaited<ReturnType<SlackDeps["reads"]["approval"]>>,
  { agreement, operator }: { agreement: AgreementNumber; operator: string },
): Refusal | undefined {
  if (approval === undefined) return { code: "agreement_unknown", agreement };
  const { status, madeBy } = approval;
  if (status !== "awaiting approval") return { code: "agreement_not_awaiting", agreement, status };
  return madeBy === operator ? { code: "own_agreement", agreement } : undefined;
}

async function refuse({
  view,
  deps,
  person,
  key,
  client,
}: Submitted): Promise<Refusal | undefined> {
  const agreement = agreementOf(view.metadata);
  const refused = await refuseAgreement(deps.ports, {
    input: { agreement, reason: textIn(view.values, REASON).trim() },
    actor: person.id,
    today: deps.today(),
    key,
  });
  await refresh({ deps, client }, agreement);
  return refused.ok ? undefined : refused.refusal;
}

const AT_THE_REASON: ReadonlySet<string> = new Set(["reason_empty", "reason_too_long"]);

function refusedAnswer({ deps }: Acting, refusal: Refusal): FormAnswer {
  const sentence = deps.texts.refusal(refusal);
  return AT_THE_REASON.has(refusal.code)
    ? { errors: { [REASON]: sentence } }
    : { update: errorModal(deps, sentence) };
}

/** The decision stands whatever becomes of the message; the outbox brings it up to date once more. */
async function refresh(
  { deps, client }: Pick<Acting, "deps" | "client">,
  agreement: AgreementNumber,
): Promise<void> {
  await updateApproval({ deps, client }, agreement).catch((error) =>
    deps.log.warn({ err: error, agreement }, "Slack: the approval's message stays as it was"),
  );
}

const agreementOf = (metadata: string): AgreementNumber =>
  (JSON.parse(metadata) as { agreement: AgreementNumber }).agreement;
