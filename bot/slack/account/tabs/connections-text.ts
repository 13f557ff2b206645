import { localMoment } from "#core/law/local-moment.ts";
import type { ConnectionEntry, ConnectionException } from "#db/queries/account/connections.ts";
import { cut, typed } from "../../block-kit.ts";
import type { TabContext } from "../tab.ts";

type Telling = Pick<TabContext, "texts" | "nameOf" | "timeZone" | "today">;

/** A connection as the network is known to have it, and what was asked that the network has not confirmed. */
export function connectionText(row: ConnectionEntry, telling: Telling): string {
  const { texts, today } = telling;
  const { say, date } = texts;
  const head = say("slack-work-connection", {
    login: typed(cut(row.login, MAX_LOGIN)),
    plan: row.plan === null ? say("slack-work-nothing") : typed(cut(row.plan, MAX_LOGIN)),
    status: say(`connection-status-${row.status}`),
    since:
      row.blockedOn === null ? "" : ` ${say("slack-work-since", { day: date(row.blockedOn) })}`,
  });
  const [latest] = row.exceptions;
  const exception =
    latest === undefined || latest.until < today ? [] : [exceptionText(latest, telling)];
  return [head, ...wantedText(row, telling), ...exception].join("\n");
}

function wantedText(row: ConnectionEntry, { texts, nameOf, timeZone }: Telling): string[] {
  if (row.wanted === null) return [];
  const { say, date } = texts;
  const at = row.wantedAt === null ? undefined : localMoment(row.wantedAt.getTime(), timeZone);
  return [
    say("slack-work-wanted", {
      wanted: say(`connection-wanted-${row.wanted}`),
      who: row.wantedBy === null ? say("slack-work-nothing") : typed(nameOf(row.wantedBy)),
      when: at === undefined ? say("slack-work-nothing") : `${date(at.date)} ${at.time}`,
      reason: typed(cut(row.wantedReason ?? "", MAX_REASON)),
    }),
  ];
}

export const exceptionText = (
  { until, reason, grantedBy }: ConnectionException,
  { texts, nameOf }: Pick<Telling, "texts" | "nameOf">,
): string =>
  texts.say("slack-work-exception", {
    until: texts.date(until),
    reason: typed(cut(reason, MAX_REASON)),
    who: typed(nameOf(grantedBy)),
  });

const MAX_LOGIN = 100;
const MAX_REASON = 300;
