import type { App } from "@slack/bolt";
import type { InvoiceId } from "#core/ids.ts";
import type { SlackDeps } from "../../deps.ts";
import { PRINT_PERMISSION, printFor } from "../../documents/print-for.ts";
import { onAction } from "../../listen.ts";
import { placeOf } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { AGREEMENTS } from "./agreement-rows.ts";

/** What may be done to one unpaid invoice of an agreement and begins elsewhere. */
export function registerPromisedTools(
  app: App,
  deps: SlackDeps,
  { openSpcForm, openWizard }: AccountTools,
): void {
  onAction(app, deps, { id: AGREEMENTS.spc, permission: "spc.register" }, (pressed) =>
    openSpcForm(pressed, pressed.value as InvoiceId),
  );
  onAction(app, deps, { id: AGREEMENTS.print, permission: PRINT_PERMISSION }, (pressed) =>
    printFor(pressed, { invoices: [pressed.value as InvoiceId] }),
  );
  onAction(
    app,
    deps,
    { id: AGREEMENTS.renegotiate, permission: "agreement.renegotiate" },
    (pressed) => {
      const { customer } = placeOf(pressed).workspace;
      return openWizard(pressed, { customer, invoices: [pressed.value as InvoiceId] });
    },
  );
}
