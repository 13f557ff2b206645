import type { ModalView } from "@slack/types";
import { bankName } from "#core/bank/bank-names.ts";
import type { ReturnFailure, ReturnReport } from "#core/return-report.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, button, context } from "../block-kit.ts";
import { modalOf, plainSection } from "../plain-blocks.ts";
import { RETURNS } from "./ids.ts";

/** What a file in Slack is read again by. */
export type FileMeta = { readonly file: string };

/** What reading the file would do, before anything is done. */
export function previewView(report: ReturnReport, meta: FileMeta, texts: Texts): ModalView {
  const { say } = texts;
  const isNew = !report.seenBefore;
  return modalOf(texts, {
    callbackId: RETURNS.processForm,
    title: say("returns-preview-title"),
    ...(isNew ? { submit: say("returns-process"), metadata: meta } : {}),
    blocks: [
      plainSection([say(isNew ? "returns-preview" : "returns-seen-before")]),
      plainSection(reportLines(report, texts)),
      ...damaged(report, texts),
    ],
  });
}

export function processedView(report: ReturnReport, texts: Texts): ModalView {
  const { say } = texts;
  return modalOf(texts, {
    callbackId: "returns.processed",
    title: say("returns-processed-title"),
    blocks: [
      ...(report.seenBefore ? [plainSection([say("returns-seen-before")])] : []),
      plainSection(reportLines(report, texts)),
      ...damaged(report, texts),
      ...actions(
        ...(report.file === null
          ? []
          : [button({ id: RETURNS.file, text: say("returns-titles"), value: `${report.file}` })]),
        ...(report.unmatched > 0
          ? [button({ id: RETURNS.leftOver, text: say("returns-left-over") })]
          : []),
      ),
    ],
  });
}

export function reportLines(report: ReturnReport, texts: Texts): string[] {
  const { say, number, date } = texts;
  const { bank, layout, fileDate, titles, settled, unmatched, reversed, ignored } = report;
  return [
    say("returns-file-head", {
      bank: bankName(bank),
      layout: layout === "CNAB400" ? "CNAB 400" : "CNAB 240",
      date: fileDate === null ? "–" : date(fileDate),
    }),
    say("returns-counts", {
      titles: number(titles),
      settled: number(settled),
      unmatched: number(unmatched),
      reversed: number(reversed),
      ignored: number(ignored),
    }),
    ...(report.spcCritiques > 0 ? [say("returns-critiques", { count: report.spcCritiques })] : []),
  ];
}

const SHOWN_PROBLEMS = 5;

function damaged({ refused, refusedCount, hasTrailer }: ReturnReport, texts: Texts) {
  const lines = [
    ...(refusedCount > 0
      ? [
          texts.say("returns-damaged", { count: refusedCount }),
          ...refused.slice(0, SHOWN_PROBLEMS).map((one) => `• ${texts.returnProblem(one)}`),
        ]
      : []),
    ...(hasTrailer ? [] : [texts.say("returns-no-trailer")]),
  ];
  return lines.length === 0 ? [] : [context(lines.join("\n"))];
}

export const failureSentence = (failure: ReturnFailure, texts: Texts): string =>
  failure.because === "file"
    ? texts.say("returns-unreadable", { problem: texts.returnProblem(failure.refusal) })
    : texts.refusal(failure.refusal);
