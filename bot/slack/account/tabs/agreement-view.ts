import type { CivilDate } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import type {
  AgreementDetails,
  AgreementInstalment,
  AgreementSource,
} from "#db/queries/account/agreement.ts";
import type { Texts } from "../../../texts/texts.ts";
import { messageId } from "../../../texts/words.ts";
import { actions, type Blocks, button, divider, section, typed } from "../../block-kit.ts";
import { LIMITS } from "../../limits.ts";

export const DETAIL = {
  view: "account:agreement",
  rescind: "account:agreement:rescind",
  renegotiate: "account:agreement:renegotiate",
  print: "account:agreement:print",
} as const;

export type DetailContext = {
  readonly texts: Texts;
  readonly today: CivilDate;
  readonly nameOf: (operator: OperatorId) => string;
  readonly mayPrint: boolean;
  readonly mayRescind: boolean;
  readonly mayRenegotiate: boolean;
};

/** The whole of an agreement: what it was made of, what is to be paid and of which terms each instalment is. */
export function detailBlocks(agreement: AgreementDetails, about: DetailContext): Blocks {
  const { texts } = about;
  const { say } = texts;
  return [
    section(headText(agreement, about)),
    ...actions(...tools(agreement, about)),
    divider,
    section(say("slack-account-instalments")),
    ...packed(
      agreement.instalments.map((one) => instalmentText(one, about)),
      texts,
    ),
    divider,
    section(say("slack-account-sources")),
    ...packed(
      agreement.sources.map((one) => sourceText(one, texts)),
      texts,
    ),
  ].slice(0, LIMITS.modalBlocks);
}

function headText(agreement: AgreementDetails, { texts, nameOf }: DetailContext): string {
  const { say, money, date } = texts;
  const head = say("slack-account-agreement-head", {
    agreement: `${agreement.agreement}`,
    name: typed(agreement.name),
    kind: say(`agreement-kind-${agreement.kind}`),
    status: texts.agreementStatus(agreement.status),
    base: money(agreement.baseCents),
    total: money(agreement.totalCents),
    tolerance: date(agreement.toleranceDate),
    category: typed(agreement.category),
    madeOn: date(agreement.madeOn),
    who: typed(nameOf(agreement.madeBy)),
  });
  const { feesReason, endedOn, endReason } = agreement;
  return [
    head,
    ...(feesReason === null
      ? []
      : [say("slack-account-fees-reason", { reason: typed(feesReason) })]),
    ...(endedOn === null
      ? []
      : [
          say("slack-account-agreement-ended", {
            on: date(endedOn),
            reason: endReason === null ? "" : `: ${typed(endReason)}`,
          }),
        ]),
  ].join("\n");
}

const tools = (
  { agreement }: AgreementDetails,
  { texts: { say }, mayPrint, mayRescind, mayRenegotiate }: DetailContext,
) => {
  const value = `${agreement}`;
  return [
    ...(mayPrint ? [button({ id: DETAIL.print, text: say("slack-print-booklet"), value })] : []),
    ...(mayRenegotiate
      ? [button({ id: DETAIL.renegotiate, text: say("slack-account-tool-renegotiate"), value })]
      : []),
    ...(mayRescind
      ? [
          button({
            id: DETAIL.rescind,
            text: say("slack-account-tool-rescind"),
            value,
            style: "danger" as const,
          }),
        ]
      : []),
  ];
};

function instalmentText(one: AgreementInstalment, { texts, today }: DetailContext): string {
  const { say, money, date } = texts;
  const isBroken =
    one.stage === "in agreement" && one.breaksAfter !== null && one.breaksAfter < today;
  const head = say("slack-account-instalment-line", {
    number: `${one.instalment}`,
    invoice: typed(one.number ?? one.invoice),
    amount: money(one.amountCents),
    due: date(one.dueDate),
    standing: isBroken ? texts.stage("broken") : say(messageId("invoice-state", one.state)),
  });
  const lines = one.lines.map(({ term, amountCents }) =>
    say("slack-account-term", { term: say(`term-${term}`), amount: money(amountCents) }),
  );
  return lines.length === 0 ? head : `${head}\n${lines.join("  ·  ")}`;
}

const sourceText = (one: AgreementSource, { say, money, date }: Texts): string =>
  say("slack-account-source-line", {
    invoice: typed(one.number ?? one.invoice),
    amount: money(one.amountCents),
    due: date(one.dueDate),
    state: say(messageId("invoice-state", one.state)),
  });

/** A view holds 100 blocks and 250,000 bytes; an agreement may hold more invoices than that has room for. */
const MAX_SECTIONS = 18;

/** Many lines in few sections. */
function packed(lines: readonly string[], { say }: Texts): Blocks {
  const sections: string[] = [];
  let shown = 0;
  for (const line of lines) {
    const last = sections.at(-1);
    const joined = `${last}\n${line}`;
    const isFull = last === undefined || joined.length > LIMITS.section;
    if (isFull && sections.length === MAX_SECTIONS) break;
    if (isFull) sections.push(line);
    else sections[sections.length - 1] = joined;
    shown += 1;
  }
  const left = lines.length - shown;
  return [
    ...sections.map((text) => section(text)),
    ...(left === 0 ? [] : [section(say("slack-account-more", { count: left }))]),
  ];
}
