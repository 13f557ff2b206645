import type { App } from "@slack/bolt";
import type { Button } from "@slack/types";
import type { Permission } from "#core/access/permissions.ts";
import {
  CONNECTION_CHANGES,
  type Connection,
  type ConnectionChange,
  decideConnectionChange,
} from "#core/work/connection.ts";
import type { ConnectionEntry } from "#db/queries/account/connections.ts";
import { actions, type Blocks, button, context, section } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { asking, short } from "../../plain-blocks.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { registerConnectionChange } from "./connections-change.ts";
import { registerExceptionForm } from "./connections-exception.ts";
import { registerRevokeForm } from "./connections-revoke.ts";
import { connectionText } from "./connections-text.ts";

export const CONNECTIONS = {
  "restore-speed": "account:connections:restore-speed",
  block: "account:connections:block",
  unblock: "account:connections:unblock",
  disconnect: "account:connections:disconnect",
  exceptions: "account:connections:exceptions",
  revoke: "account:connections:revoke",
} as const;

/** Tab 10: the subscriber logins on the network. */
export const connectionsTab = defineTab<readonly ConnectionEntry[]>({
  number: 10,
  permission: "tab.connections",
  titleId: "slack-work-tab-connections",
  read: readRows(10),
  blocks,
  register,
});

function blocks(rows: readonly ConnectionEntry[], about: TabContext): Blocks {
  const { say } = about.texts;
  if (rows.length === 0) return [section(say("slack-work-connections-none"))];
  return [
    context(say("slack-work-connections-hint")),
    ...rows.flatMap((row) => [
      section(connectionText(row, about)),
      ...actions(...toolsOf(row, about)),
    ]),
  ];
}

function toolsOf(row: ConnectionEntry, about: TabContext): Button[] {
  const { permissions } = about.person;
  const changes = CONNECTION_CHANGES.filter(
    (change) =>
      permissions.has(`connection.${change}` satisfies Permission) && fits(row, change, about),
  );
  const exceptions = button({
    id: CONNECTIONS.exceptions,
    text: about.texts.say("slack-work-exceptions"),
    value: row.connection,
  });
  return [
    ...changes.map((change) => changeButton(row, change, about)),
    ...(permissions.has("connection.exceptions") ? [exceptions, ...revokeButtons(row, about)] : []),
  ];
}

/** One where an exception holds. */
function revokeButtons(
  { connection, login, exceptions: [latest] }: ConnectionEntry,
  { texts: { say, date }, account, today }: TabContext,
): Button[] {
  if (latest === undefined || latest.until < today) return [];
  const revoke = button({
    id: CONNECTIONS.revoke,
    text: say("slack-work-exception-revoke"),
    value: connection,
  });
  const confirm = {
    title: say("slack-work-exception-revoke-title"),
    text: say("slack-work-exception-revoke-confirm", {
      login: short(login, MAX_CONFIRMED),
      customer: short(account.name, MAX_CONFIRMED),
      until: date(latest.until),
    }),
    yes: say("slack-yes"),
    no: say("slack-no"),
  };
  return [asking(revoke, confirm)];
}

/** What the core would not do to a connection as it stands is not offered; what the law says is asked when it is pressed. */
const fits = (
  row: ConnectionEntry,
  change: ConnectionChange,
  { account, today }: TabContext,
): boolean => {
  const connection: Connection = {
    id: row.connection,
    customer: account.customer,
    contract: row.contract,
    status: row.status,
    wanted: row.wanted,
    exceptedUntil: row.exceptions[0]?.until ?? null,
  };
  return decideConnectionChange(connection, change, today).ok;
};

function changeButton(
  { connection, login }: ConnectionEntry,
  change: ConnectionChange,
  { texts: { say }, account }: TabContext,
): Button {
  const isHarsh = change === "block" || change === "disconnect";
  const tool = button({
    id: CONNECTIONS[change],
    text: say(`slack-work-connection-${change}`),
    value: connection,
    ...(isHarsh ? { style: "danger" } : {}),
  });
  return asking(tool, {
    title: say(`slack-work-connection-${change}-title`),
    text: say(`slack-work-connection-${change}-confirm`, {
      login: short(login, MAX_CONFIRMED),
      customer: short(account.name, MAX_CONFIRMED),
    }),
    yes: say(`slack-work-connection-${change}`),
    no: say("slack-no"),
  });
}

/** A dialog holds 300 characters of text. */
const MAX_CONFIRMED = 60;

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  registerConnectionChange(app, deps, { ids: CONNECTIONS, tools });
  registerExceptionForm(app, deps, { id: CONNECTIONS.exceptions, tools });
  registerRevokeForm(app, deps, { id: CONNECTIONS.revoke, tools });
}
