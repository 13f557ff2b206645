import type { App } from "@slack/bolt";
import { mayBeRescinded } from "#core/agreement/rescind.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber } from "#core/ids.ts";
import type { AgreementInstalment } from "#db/queries/account/agreement.ts";
import type { SlackDeps } from "../../deps.ts";
import { PRINT_PERMISSION, printFor } from "../../documents/print-for.ts";
import { onAction, type Pressed } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { formView, placeOf } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { AGREEMENTS, mayRenegotiate } from "./agreement-rows.ts";
import { DETAIL, detailBlocks } from "./agreement-view.ts";

/** An agreement on top of the account, with what may be done to the whole of it. */
export function registerAgreementDetail(
  app: App,
  deps: SlackDeps,
  { openRescind, openWizard }: AccountTools,
): void {
  onAction(app, deps, { id: AGREEMENTS.view, permission: "tab.agreements" }, openDetail);
  onAction(app, deps, { id: DETAIL.rescind, permission: "agreement.rescind" }, (pressed) =>
    openRescind(pressed, numberOf(pressed)),
  );
  onAction(app, deps, { id: DETAIL.print, permission: PRINT_PERMISSION }, (pressed) =>
    printFor(pressed, { agreement: numberOf(pressed) }),
  );
  onAction(
    app,
    deps,
    { id: DETAIL.renegotiate, permission: "agreement.renegotiate" },
    async (pressed) => {
      const agreement = await deps.reads.agreement(numberOf(pressed));
      if (agreement === undefined) throw new Error("an agreement went away");
      const broken = agreement.instalments.filter((one) => isBroken(one, deps.today()));
      const { customer } = agreement;
      await openWizard(pressed, { customer, invoices: broken.map(({ invoice }) => invoice) });
    },
  );
}

const numberOf = ({ value }: Pressed): AgreementNumber => Number(value) as AgreementNumber;

export const isBroken = ({ stage, breaksAfter }: AgreementInstalment, today: CivilDate): boolean =>
  stage === "in agreement" && breaksAfter !== null && breaksAfter < today;

async function openDetail(pressed: Pressed): Promise<void> {
  const { deps, person } = pressed;
  const { reads, texts, today } = deps;
  const place = placeOf(pressed);
  await openWith(pressed, async () => {
    const [agreement, operators] = await Promise.all([
      reads.agreement(numberOf(pressed)),
      reads.operators(),
    ]);
    if (agreement === undefined) {
      const unknown = { code: "agreement_unknown", agreement: numberOf(pressed) } as const;
      return errorModal(deps, texts.refusal(unknown));
    }
    const hasBroken = agreement.instalments.some((one) => isBroken(one, today()));
    return formView(deps, {
      callbackId: DETAIL.view,
      titleId: "slack-account-agreement-title",
      blocks: detailBlocks(agreement, {
        texts,
        today: today(),
        nameOf: (who) => operators.find(({ id }) => id === who)?.name ?? who,
        mayPrint:
          agreement.status === "live" &&
          agreement.instalments.some(({ state }) => state === "open") &&
          person.permissions.has(PRINT_PERMISSION),
        mayRescind: mayBeRescinded(agreement) && person.permissions.has("agreement.rescind"),
        mayRenegotiate: hasBroken && mayRenegotiate(person),
      }),
      place,
      own: {},
    });
  });
}
