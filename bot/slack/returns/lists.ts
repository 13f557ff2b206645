import type { ModalView } from "@slack/types";
import { bankName } from "#core/bank/bank-names.ts";
import { isLeftOver } from "#core/payment/title-outcome.ts";
import type { Page } from "#db/queries/page.ts";
import type { ReturnFileRow, ReturnTitleRow } from "#db/queries/returns/return-rows.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, type Blocks, button, divider } from "../block-kit.ts";
import { modalOf, plainContext, plainSection, short } from "../plain-blocks.ts";
import { RETURNS } from "./ids.ts";

/** With four blocks a row a window stays far below Slack's 100. */
export const ROWS = 10;

/** The reconciliation: file by file what came, where it went, and what is left over. */
export const filesView = (page: Page<ReturnFileRow>, texts: Texts): ModalView => {
  const { say } = texts;
  return modalOf(texts, {
    callbackId: "returns.files",
    title: say("returns-title"),
    blocks: [
      ...actions(
        button({ id: RETURNS.upload, text: say("returns-upload"), style: "primary" }),
        button({ id: RETURNS.leftOver, text: say("returns-left-over") }),
      ),
      ...(page.rows.length === 0 ? [plainSection([say("returns-none")])] : []),
      ...page.rows.flatMap((row) => fileBlocks(row, texts)),
      ...turning(page, (cursor) => ({ id: RETURNS.files, value: cursor }), texts),
    ],
  });
};

const fileBlocks = (row: ReturnFileRow, texts: Texts): Blocks => [
  divider,
  plainSection(
    fileLines(row, texts),
    button({ id: RETURNS.file, text: texts.say("slack-home-open"), value: `${row.file}` }),
  ),
];

function fileLines(row: ReturnFileRow, { say, money, number, date }: Texts): string[] {
  const amounts = (
    [
      ["on-invoices", row.onInvoicesCents],
      ["charges", row.chargesCents],
      ["credit", row.creditCents],
      ["dismissed", row.dismissedCents],
      ["repeated", row.repeatedCents],
    ] as const
  ).flatMap(([part, cents]) =>
    cents === 0 ? [] : [say(`returns-part-${part}`, { amount: money(cents) })],
  );
  return [
    say("returns-row", {
      file: `${row.file}`,
      bank: bankName(row.bank),
      date: date(row.fileDate ?? row.readOn),
      titles: number(row.titles),
      name: row.name === null ? "" : short(row.name, 40),
    }),
    say("returns-received", { amount: money(row.receivedCents) }),
    amounts.join(" · "),
    row.unmatched > 0
      ? say("returns-row-left-over", { count: row.unmatched, amount: money(row.leftOverCents) })
      : "",
    row.finished ? "" : say("returns-row-unfinished"),
    row.damagedLines > 0 ? say("returns-damaged", { count: row.damagedLines }) : "",
  ];
}

/** One file's titles in the order of its lines. */
export const titlesView = (
  file: ReturnFileRow,
  page: Page<ReturnTitleRow>,
  texts: Texts,
): ModalView =>
  modalOf(texts, {
    callbackId: "returns.titles",
    title: texts.say("returns-file-title", { file: `${file.file}` }),
    blocks: [
      plainSection(fileLines(file, texts)),
      ...page.rows.flatMap((row) => titleBlocks(row, texts)),
      ...turning(page, (cursor) => ({ id: RETURNS.file, value: `${file.file} ${cursor}` }), texts),
    ],
  });

export const leftOverView = (page: Page<ReturnTitleRow>, texts: Texts): ModalView =>
  modalOf(texts, {
    callbackId: "returns.left-over",
    title: texts.say("returns-left-over"),
    blocks: [
      plainSection([
        texts.say(page.rows.length === 0 ? "returns-nothing-left" : "returns-left-over-explained"),
      ]),
      ...page.rows.flatMap((row) => titleBlocks(row, texts)),
      ...turning(page, (cursor) => ({ id: RETURNS.leftOver, value: cursor }), texts),
    ],
  });

function titleBlocks(row: ReturnTitleRow, texts: Texts): Blocks {
  const value = `${row.title}`;
  const waits = isLeftOver(row.outcome);
  return [
    divider,
    plainSection(titleLines(row, texts)),
    ...actions(
      ...(waits && row.kind !== "reversed"
        ? [button({ id: RETURNS.assign, text: texts.say("returns-assign"), value })]
        : []),
      ...(waits
        ? [button({ id: RETURNS.dismiss, text: texts.say("returns-dismiss"), value })]
        : []),
    ),
  ];
}

export function titleLines(row: ReturnTitleRow, { say, money, date }: Texts): string[] {
  return [
    say("returns-title-row", {
      line: `${row.line}`,
      kind: say(`title-kind-${row.kind}`),
      amount: money(row.paidCents === 0 ? row.amountCents : row.paidCents),
      date: date(row.paidOn),
    }),
    say("returns-title-numbers", {
      ourNumber: row.ourNumber.trim() || "–",
      document: row.documentNumber.trim() || "–",
    }),
    [
      say(`title-outcome-${row.outcome}`),
      ...(row.invoice === null ? [] : [say("returns-title-invoice", { invoice: row.invoice })]),
      ...(row.customerName === null ? [] : [short(row.customerName, 60)]),
      ...(row.note === null ? [] : [short(row.note, 150)]),
    ].join(" · "),
  ];
}

const turning = (
  { next }: Page<unknown>,
  to: (cursor: string) => { readonly id: string; readonly value: string },
  { say }: Texts,
): Blocks =>
  next === null
    ? []
    : [
        plainContext(say("returns-more")),
        ...actions(button({ ...to(next), text: say("slack-panels-next") })),
      ];
