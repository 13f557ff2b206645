import type { App } from "@slack/bolt";
import { openAccount } from "../account/open-account.ts";
import { openAdministration } from "../administration/open-administration.ts";
import { openCharts } from "../charts/register.ts";
import type { SlackDeps } from "../deps.ts";
import { forbidden } from "../failure.ts";
import { type Commanded, onCommand } from "../listen.ts";
import { openWith } from "../open.ts";
import { openReturns } from "../returns/register.ts";
import { candidatesView, panelsView } from "./view.ts";

export const COMMAND = "/cobranca";

/** `/cobranca`: the panels; `ajuda`; `cliente NAME|CPF|invoice`: the account. Anything else is answered by the help. */
export function registerCommand(app: App, deps: SlackDeps): void {
  onCommand(app, deps, COMMAND, async (commanded) => {
    const [verb = "", ...rest] = commanded.words.split(/\s+/);
    const reference = rest.join(" ");
    switch (plainWord(verb)) {
      case "":
        return openPanels(commanded);
      case "cliente":
      case "customer":
        return reference === ""
          ? commanded.reply(deps.texts.say("slack-command-customer-missing"))
          : openCustomer(commanded, reference);
      case "graficos":
      case "gráficos":
      case "charts":
        return chartsTo(commanded, reference);
      case "retornos":
      case "retorno":
      case "returns":
        return returnsTo(commanded);
      case "admin":
        return openAdministration(commanded);
      case "ajuda":
      case "help":
        return commanded.reply(deps.texts.say("slack-command-help"));
      default:
        return commanded.reply(
          `${deps.texts.say("slack-command-unknown")}\n${deps.texts.say("slack-command-help")}`,
        );
    }
  });
}

const plainWord = (word: string): string => word.toLowerCase();

const openPanels = (commanded: Commanded): Promise<void> =>
  openWith(commanded, async () => {
    const { deps, person } = commanded;
    return panelsView(person, await deps.reads.panelCounts(deps.today()), deps.texts);
  });

async function chartsTo(commanded: Commanded, named: string): Promise<void> {
  const refused = forbidden(commanded.deps, commanded.person, "panel.charts");
  await (refused === undefined ? openCharts(commanded, named) : commanded.reply(refused));
}

async function returnsTo(commanded: Commanded): Promise<void> {
  const refused = forbidden(commanded.deps, commanded.person, "return.read");
  await (refused === undefined ? openReturns(commanded) : commanded.reply(refused));
}

async function openCustomer(commanded: Commanded, reference: string): Promise<void> {
  const { deps, client, triggerId, reply } = commanded;
  const found = await deps.reads.customersBy(reference);
  const [only] = found;
  if (only === undefined) return reply(deps.texts.say("slack-command-customer-unknown"));
  if (found.length === 1) return openAccount(commanded, only.customer);
  await client.views.open({ trigger_id: triggerId, view: candidatesView(found, deps.texts) });
}
