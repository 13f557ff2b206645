import type { App } from "@slack/bolt";
import type { CustomerId } from "#core/ids.ts";
import { startCollection } from "#core/use-cases/start-collection.ts";
import { button } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import type { FormAnswer } from "../form-answer.ts";
import { refreshHome } from "../home/publish.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { openWith } from "../open.ts";
import { refusedModal, saidModal, short } from "../plain-blocks.ts";
import { NEEDS } from "./faces.ts";
import {
  chooseBlock,
  chooseView,
  chosenIn,
  confirmView,
  fits,
  fitting,
  MOST_INVOICES,
  START,
  type StartMetadata,
} from "./start-view.ts";
import { ROW } from "./view.ts";

/** Panel 1: opens a customer's invoices and starts the collection of the chosen ones. */
export function registerStart(app: App, deps: SlackDeps): void {
  const permission = NEEDS.invoices;
  onAction(app, deps, { id: ROW.invoices, permission }, openInvoices);
  onAction(app, deps, { id: /^start\.turn\.(previous|next)$/, permission }, turn);
  onSubmit(app, deps, { id: START.choose, permission }, review);
  onSubmit(app, deps, { id: START.confirm, permission }, start);
}

const read = ({ reads }: SlackDeps, customer: CustomerId) =>
  reads.stageInvoices({ customer, stage: "classified" }, MOST_INVOICES);

async function openInvoices(pressed: Pressed): Promise<void> {
  const { deps } = pressed;
  const customer = pressed.value as CustomerId;
  await openWith(pressed, async () => {
    const found = await read(deps, customer);
    if (found === undefined) {
      return refusedModal(deps.texts, deps.texts.refusal({ code: "customer_unknown", customer }));
    }
    if (found.invoices.length === 0) {
      return refusedModal(deps.texts, deps.texts.say("slack-panels-start-none"));
    }
    const chosen = fitting(
      customer,
      found.invoices.map(({ invoice }) => invoice),
    );
    const said = { today: deps.today(), texts: deps.texts };
    return chooseView(found, { customer, page: 0, chosen }, said);
  });
}

async function turn({ deps, client, view, value }: Pressed): Promise<void> {
  if (view === undefined) return;
  const metadata = JSON.parse(view.metadata) as StartMetadata;
  const found = await read(deps, metadata.customer);
  if (found === undefined) return;
  const chosen = fitting(metadata.customer, chosenIn(view.values, metadata, found.invoices));
  const next = { ...metadata, page: Number(value), chosen };
  const said = { today: deps.today(), texts: deps.texts };
  await client.views.update({
    view_id: view.id,
    hash: view.hash,
    view: chooseView(found, next, said),
  });
}

async function review({ deps, view }: Submitted): Promise<FormAnswer> {
  const metadata = JSON.parse(view.metadata) as StartMetadata;
  const { customer, page } = metadata;
  const found = await read(deps, customer);
  if (found === undefined) {
    return {
      update: refusedModal(deps.texts, deps.texts.refusal({ code: "customer_unknown", customer })),
    };
  }
  const chosen = chosenIn(view.values, metadata, found.invoices);
  const wrong = (sentence: string) => ({ errors: { [chooseBlock(page)]: sentence } });
  if (chosen.length === 0) return wrong(deps.texts.refusal({ code: "no_invoices" }));
  if (!fits({ customer, page: 0, chosen })) {
    return wrong(
      deps.texts.say("slack-panels-start-too-many", { most: fitting(customer, chosen).length }),
    );
  }
  return { update: confirmView(found, chosen, deps.texts) };
}

async function start(submitted: Submitted): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { texts } = deps;
  const { customer, chosen } = JSON.parse(view.metadata) as StartMetadata;
  const started = await startCollection(deps.ports, {
    input: { customer, invoices: chosen },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!started.ok) return { update: refusedModal(texts, texts.refusal(started.refusal)) };
  refreshHome(submitted);
  const name = (await read(deps, customer))?.name ?? customer;
  return {
    update: saidModal(texts, {
      lines: [
        texts.say("slack-panels-started", {
          name: short(name),
          invoices: started.value.invoices.length,
        }),
      ],
      buttons: [
        button({ id: ROW.account, text: texts.say("slack-panels-tool-account"), value: customer }),
      ],
    }),
  };
}
