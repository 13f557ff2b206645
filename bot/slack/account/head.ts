import type { SectionBlock } from "@slack/types";
import type { CivilDate } from "#core/calendar.ts";
import { STAGES, type Stage } from "#core/collection/stage.ts";
import { disputeAnswerBy } from "#core/law/deadlines.ts";
import type { Account } from "#db/queries/account/account.ts";
import type { Texts } from "../../texts/texts.ts";
import { type Blocks, header, mrkdwn, typed } from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import { plainContext, short } from "../plain-blocks.ts";
import type { TabContext } from "./tab.ts";

/** Who the customer is and where the collection stands, above whatever tab. */
export function headBlocks({ account, texts, today, nameOf }: TabContext): Blocks {
  const { say } = texts;
  const nothing = say("slack-account-nothing");
  const fact = (name: string, value: string) =>
    mrkdwn(`*${say(`slack-account-fact-${name}`)}*\n${typed(short(value))}`, LIMITS.field);
  const place = [account.city, account.state].filter((part) => part !== null).join(" / ");
  const facts: SectionBlock = {
    type: "section",
    fields: [
      fact("tax-id", account.taxId ?? nothing),
      fact("account", account.account === null ? nothing : `${account.account}`),
      fact("place", place === "" ? nothing : place),
      fact("operator", account.operator === null ? nothing : nameOf(account.operator)),
    ],
  };
  const clocks = legalClocks(account, texts, today);
  return [
    header(account.name),
    facts,
    plainContext(totalsLine(account, texts)),
    ...(clocks.length === 0 ? [] : [plainContext(clocks.map((line) => `⚖️ ${line}`).join("\n"))]),
  ];
}

function totalsLine({ totals }: Account, texts: Texts): string {
  const standing: readonly (Stage | "broken")[] = [...STAGES, "broken"];
  const parts = standing.flatMap((stage) => {
    const { invoices, amountCents } = totals[stage];
    if (invoices === 0) return [];
    const amount = texts.money(amountCents);
    return [texts.say("slack-account-total", { stage: texts.stage(stage), invoices, amount })];
  });
  return parts.length === 0 ? texts.say("slack-account-no-totals") : parts.join("  ·  ");
}

/** What runs by the law at the moment: open disputes, blocked connections, the last notice that was delivered. */
function legalClocks({ law }: Account, texts: Texts, today: CivilDate): string[] {
  const { say } = texts;
  const disputes = law.disputes
    .filter(({ answeredOn }) => answeredOn === null)
    .map(({ invoice, openedOn }) =>
      say("slack-account-dispute", {
        invoice,
        opened: texts.date(openedOn),
        answerBy: texts.date(disputeAnswerBy(openedOn)),
        late: disputeAnswerBy(openedOn) < today ? "yes" : "no",
      }),
    );
  const blocked = law.blocked.flatMap(({ connection, blockedOn }) =>
    blockedOn === null
      ? []
      : [
          say("slack-account-blocked", {
            connection,
            since: texts.date(blockedOn),
          }),
        ],
  );
  const notice = law.notices.at(-1);
  const delivered =
    notice === undefined
      ? []
      : [
          say("slack-account-notice", {
            kind: say(`notice-${notice.kind}`),
            delivered: texts.date(notice.deliveredOn),
          }),
        ];
  return [...disputes, ...blocked, ...delivered].slice(0, MAX_CLOCKS);
}

const MAX_CLOCKS = 6;
