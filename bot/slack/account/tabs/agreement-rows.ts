import { type AgreementNumber, isReservedInvoiceId } from "#core/ids.ts";
import type {
  AgreementEntry,
  AgreementInvoice,
  AgreementLists,
  PromisedInvoice,
} from "#db/queries/account/agreement-lists.ts";
import { messageId } from "../../../texts/words.ts";
import { actions, type Blocks, button, cut, section, typed } from "../../block-kit.ts";
import { PRINT_PERMISSION } from "../../documents/print-for.ts";
import type { TabContext } from "../tab.ts";

export const AGREEMENTS = {
  list: "account:agreements:list",
  view: "account:agreements:view",
  edit: "account:agreements:edit",
  spc: "account:agreements:spc",
  renegotiate: "account:agreements:renegotiate",
  rescind: "account:agreements:rescind",
  print: "account:agreements:print",
} as const;

export type ListName = keyof AgreementLists;
export const LIST_NAMES = ["agreements", "invoices", "awaiting", "pastTolerance", "paid"] as const;

/** The rows of one of the five lists, with what may be done to each. */
export function listRows(
  list: ListName,
  lists: Partial<AgreementLists>,
  about: TabContext,
): Blocks {
  switch (list) {
    case "agreements":
      return (lists.agreements?.rows ?? []).map((row) => agreementBlock(row, about));
    case "invoices":
      return (lists.invoices?.rows ?? []).map((row) => section(invoiceText(row, about)));
    case "awaiting":
    case "pastTolerance":
    case "paid":
      return (lists[list]?.rows ?? []).flatMap((row) => promisedBlocks(row, list, about));
  }
}

function agreementBlock(row: AgreementEntry, { texts, nameOf }: TabContext): Blocks[number] {
  const { say, money, date } = texts;
  const text = say("slack-account-agreement", {
    agreement: `${row.id}`,
    kind: say(`agreement-kind-${row.kind}`),
    status: texts.agreementStatus(row.status),
    total: money(row.totalCents),
    tolerance: date(row.toleranceDate),
    category: typed(row.category),
    madeOn: date(row.madeOn),
    who: typed(nameOf(row.madeBy)),
  });
  const ended =
    row.endedOn === null
      ? []
      : [
          say("slack-account-agreement-ended", {
            on: date(row.endedOn),
            reason: row.endReason === null ? "" : `: ${typed(cut(row.endReason, MAX_REASON))}`,
          }),
        ];
  return section([text, ...ended].join("\n"), viewButton(row.id, texts));
}

const MAX_REASON = 300;

const viewButton = (agreement: AgreementNumber, { say }: TabContext["texts"]) =>
  button({ id: AGREEMENTS.view, text: say("slack-account-view"), value: `${agreement}` });

function invoiceText(row: AgreementInvoice, { texts }: TabContext): string {
  const { say, money, date } = texts;
  const role = row.isAwaited ? "awaited" : "source";
  return say("slack-account-agreement-invoice", {
    invoice: typed(row.number ?? row.invoice),
    amount: money(row.amountCents),
    due: date(row.dueDate),
    agreement: `${row.agreement}`,
    role: say(`slack-account-role-${row.isSource && row.isAwaited ? "both" : role}`),
    state: say(messageId("invoice-state", row.state)),
    stage: texts.stage(row.stage ?? "none"),
  });
}

/** The wizard makes the new agreement, so that both are needed. */
export const mayRenegotiate = ({ permissions }: TabContext["person"]): boolean =>
  permissions.has("agreement.renegotiate") && permissions.has("agreement.make");

type RowTool = "edit" | "spc" | "renegotiate" | "print";
type Promised = Exclude<ListName, "agreements" | "invoices">;

function promisedBlocks(row: PromisedInvoice, list: Promised, about: TabContext): Blocks {
  const { texts, person } = about;
  const { say, money, date } = texts;
  const text = say("slack-account-promised", {
    invoice: typed(row.number ?? row.invoice),
    instalment:
      row.instalment === null
        ? ""
        : ` ${say("slack-account-instalment", { number: `${row.instalment}` })}`,
    amount: money(row.amountCents),
    due: date(row.dueDate),
    agreement: `${row.agreement}`,
  });
  const standing =
    row.settledOn === null
      ? say("slack-account-keep-until", { date: date(row.breaksAfter ?? row.toleranceDate) })
      : say("slack-account-settled-on", { date: date(row.settledOn) });
  const spc =
    row.spcRecord === null ? [] : [say("slack-account-in-spc", { record: `${row.spcRecord}` })];
  const value = row.invoice;
  const may = (tool: RowTool): boolean => {
    switch (tool) {
      case "edit":
        return (
          list === "awaiting" &&
          person.permissions.has("invoice.edit") &&
          isReservedInvoiceId(row.invoice)
        );
      case "spc":
        return list !== "paid" && row.spcRecord === null && person.permissions.has("spc.register");
      case "renegotiate":
        return list === "pastTolerance" && mayRenegotiate(person);
      case "print":
        return list !== "paid" && person.permissions.has(PRINT_PERMISSION);
    }
  };
  const tool = (name: RowTool) =>
    may(name)
      ? [button({ id: AGREEMENTS[name], text: say(`slack-account-tool-${name}`), value })]
      : [];
  return [
    section([text, standing, ...spc].join("\n"), viewButton(row.agreement, texts)),
    ...actions(...tool("edit"), ...tool("print"), ...tool("spc"), ...tool("renegotiate")),
  ];
}
