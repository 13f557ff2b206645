import { messageJson } from "./chat.ts";
import type { Part } from "./inputs.ts";
import type { Json, Message, View } from "./types.ts";
import { viewJson } from "./views.ts";
import { APP_ID, BOT, TEAM, type Workspace } from "./workspace.ts";

/** Where an element stands that a person acted on. */
export type Place =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "message"; readonly message: Message };

export function commandPayload(
  workspace: Workspace,
  userId: string,
  { command, text, channel }: { command: string; text: string; channel: string },
): Json {
  return {
    token: "verification",
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel,
    channel_name: workspace.channels.get(channel)?.name || "directmessage",
    user_id: userId,
    user_name: workspace.users.get(userId)?.name ?? "",
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: "false",
    response_url: responseUrl(workspace, userId, channel),
    trigger_id: workspace.newTrigger(userId),
  };
}

export const eventPayload = (workspace: Workspace, event: Json): Json => ({
  token: "verification",
  team_id: TEAM.id,
  api_app_id: APP_ID,
  event: { event_ts: workspace.newTs(), ...event },
  type: "event_callback",
  event_id: workspace.newId("Ev"),
  event_time: Math.floor(workspace.now() / 1_000),
  authorizations: [{ enterprise_id: null, team_id: TEAM.id, user_id: BOT.userId, is_bot: true }],
});

export function actionsPayload(
  workspace: Workspace,
  userId: string,
  place: Place,
  actions: readonly Json[],
): Json {
  const stamped = actions.map((action) => ({ ...action, action_ts: workspace.newTs() }));
  return {
    type: "block_actions",
    ...whoAndWhere(workspace, userId),
    trigger_id: workspace.newTrigger(userId),
    ...surface(workspace, place),
    ...(place.kind === "message" && {
      state: place.message.state ?? { values: {} },
      response_url: responseUrl(workspace, userId, place.message.channel, place.message.ts),
    }),
    actions: stamped,
  };
}

export const suggestionPayload = (
  workspace: Workspace,
  userId: string,
  place: Place,
  { part, value }: { part: Part; value: string },
): Json => ({
  type: "block_suggestion",
  ...whoAndWhere(workspace, userId),
  ...surface(workspace, place),
  action_id: part.element.action_id,
  block_id: part.block.block_id,
  value,
});

export const submissionPayload = (workspace: Workspace, userId: string, view: View): Json => ({
  type: "view_submission",
  ...whoAndWhere(workspace, userId),
  trigger_id: workspace.newTrigger(userId),
  view: viewJson(view),
  response_urls: [],
});

export const closedPayload = (
  workspace: Workspace,
  userId: string,
  { view, isCleared }: { view: View; isCleared: boolean },
): Json => ({
  type: "view_closed",
  ...whoAndWhere(workspace, userId),
  view: viewJson(view),
  is_cleared: isCleared,
});

export const shortcutPayload = (
  workspace: Workspace,
  userId: string,
  callbackId: string,
): Json => ({
  type: "shortcut",
  ...whoAndWhere(workspace, userId),
  callback_id: callbackId,
  action_ts: workspace.newTs(),
  trigger_id: workspace.newTrigger(userId),
});

export const messageShortcutPayload = (
  workspace: Workspace,
  userId: string,
  { callbackId, message }: { callbackId: string; message: Message },
): Json => ({
  type: "message_action",
  ...whoAndWhere(workspace, userId),
  callback_id: callbackId,
  action_ts: workspace.newTs(),
  trigger_id: workspace.newTrigger(userId),
  response_url: responseUrl(workspace, userId, message.channel, message.ts),
  message_ts: message.ts,
  channel: channelOf(workspace, message),
  message: messageJson(message, workspace),
});

function whoAndWhere(workspace: Workspace, userId: string): Json {
  const name = workspace.users.get(userId)?.name ?? "";
  return {
    team: TEAM,
    user: { id: userId, username: name, name, team_id: TEAM.id },
    api_app_id: APP_ID,
    token: "verification",
    enterprise: null,
    is_enterprise_install: false,
  };
}

function surface(workspace: Workspace, place: Place): Json {
  if (place.kind === "view") {
    return { container: { type: "view", view_id: place.view.id }, view: viewJson(place.view) };
  }
  const { message } = place;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.ephemeralTo !== undefined,
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    channel: channelOf(workspace, message),
    // Slack keeps no ephemeral message, and so cannot send it along.
    ...(message.ephemeralTo === undefined && { message: messageJson(message, workspace) }),
  };
}

const channelOf = (workspace: Workspace, { channel }: Message): Json => ({
  id: channel,
  name: workspace.channels.get(channel)?.name || "directmessage",
});

const responseUrl = (workspace: Workspace, user: string, channel: string, ts?: string): string =>
  `${workspace.baseUrl()}/response/${workspace.newResponseUrl(user, channel, ts)}`;
