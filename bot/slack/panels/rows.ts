import type { App } from "@slack/bolt";
import type { AgreementNumber, CustomerId, InvoiceId } from "#core/ids.ts";
import { confirmCollection } from "#core/use-cases/confirm-collection.ts";
import { runClassifier } from "#core/use-cases/run-classifier.ts";
import { openAccount } from "../account/open-account.ts";
import { button } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { refreshHome } from "../home/publish.ts";
import { onAction, type Pressed } from "../listen.ts";
import { openWith } from "../open.ts";
import { refusedModal, saidModal, short } from "../plain-blocks.ts";
import { openRescind } from "../rescind/open-rescind.ts";
import { openRemovalForm } from "../spc/open-removal-form.ts";
import { openSpcForm } from "../spc/open-spc-form.ts";
import { openWizard } from "../wizard/open-wizard.ts";
import { NEEDS } from "./faces.ts";
import { PANEL, ROW } from "./view.ts";

/** The tools of a panel's rows; starting a collection has a file of its own. */
export function registerRows(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: PANEL.classify, permission: "classifier.run" }, classify);
  onAction(app, deps, { id: ROW.confirm, permission: NEEDS.confirm }, confirm);
  onAction(app, deps, { id: ROW.account }, (pressed) =>
    openAccount(pressed, pressed.value as CustomerId),
  );
  onAction(app, deps, { id: ROW.register, permission: NEEDS.register }, (pressed) =>
    openSpcForm(pressed, pressed.value as InvoiceId),
  );
  onAction(app, deps, { id: ROW.remove, permission: NEEDS.remove }, (pressed) =>
    openRemovalForm(pressed, pressed.value as InvoiceId),
  );
  onAction(app, deps, { id: ROW.rescind, permission: NEEDS.rescind }, (pressed) =>
    openRescind(pressed, Number(pressed.value) as AgreementNumber),
  );
  onAction(app, deps, { id: ROW.renegotiate, permission: NEEDS.renegotiate }, (pressed) => {
    const [customer, invoice] = JSON.parse(pressed.value) as [CustomerId, InvoiceId];
    return openWizard(pressed, { customer, invoices: [invoice] });
  });
}

async function classify(pressed: Pressed): Promise<void> {
  const { deps, person, key } = pressed;
  const { texts } = deps;
  await openWith(pressed, async () => {
    const request = { input: {}, actor: person.id, today: deps.today(), key };
    const ran = await runClassifier(deps.ports, request);
    if (!ran.ok) return refusedModal(texts, texts.refusal(ran.refusal));
    refreshHome(pressed);
    const { classified, released, customers, invoices } = ran.value;
    const changed = classified + released === 0 ? "nothing" : "changed";
    return saidModal(texts, {
      title: texts.say("slack-panels-classified-title"),
      lines: [
        texts.say(`slack-panels-classified-${changed}`, { classified, released }),
        texts.say("slack-panels-classified-now", { customers, invoices }),
      ],
    });
  });
}

async function confirm(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const { texts, reads } = deps;
  const customer = value as CustomerId;
  await openWith(pressed, async () => {
    const request = { input: { customer }, actor: person.id, today: deps.today(), key };
    const confirmed = await confirmCollection(deps.ports, request);
    if (!confirmed.ok) return refusedModal(texts, texts.refusal(confirmed.refusal));
    refreshHome(pressed);
    const { account, invoices } = confirmed.value;
    const name = (await reads.account(customer, deps.today()))?.name ?? customer;
    return saidModal(texts, {
      lines: [
        texts.say("slack-panels-confirmed", {
          name: short(name),
          account: String(account),
          invoices: invoices.length,
        }),
      ],
      buttons: [
        button({ id: ROW.account, text: texts.say("slack-panels-tool-account"), value: customer }),
      ],
    });
  });
}
