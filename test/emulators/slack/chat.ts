import { stateOf } from "./inputs.ts";
import { LIMITS } from "./limits.ts";
import { refuse, SlackRefusal, worded } from "./refusal.ts";
import type { Block, Channel, Json, Message } from "./types.ts";
import { textOfBlocks, validateMessage } from "./validate.ts";
import { type Methods, withIds } from "./views.ts";
import { BOT, missing, type ResponseUrl, TEAM, type Workspace } from "./workspace.ts";

export const chatMethods: Methods = {
  "chat.postMessage": (args, workspace) => {
    const channel = writable(args.channel, workspace);
    const message = post(workspace, args, { channel: channel.id });
    return { channel: channel.id, ts: message.ts, message: messageJson(message, workspace) };
  },
  "chat.postEphemeral": (args, workspace) => {
    const channel = writable(args.channel, workspace);
    const ephemeralTo = String(args.user ?? "");
    if (!workspace.users.has(ephemeralTo)) refuse("user_not_found");
    if (!channel.members.includes(ephemeralTo)) refuse("user_not_in_channel");
    return { message_ts: post(workspace, args, { channel: channel.id, ephemeralTo }).ts };
  },
  "chat.update": (args, workspace) => {
    const channel = writable(args.channel, workspace);
    const old = ownMessage(args, channel, workspace, "cant_update_message");
    if (String(args.text ?? "").length > LIMITS.updateText) refuse("msg_too_long");
    const message = edit(workspace, old, args);
    return {
      channel: channel.id,
      ts: old.ts,
      text: message.text,
      message: messageJson(message, workspace),
    };
  },
  "chat.delete": (args, workspace) => {
    const channel = writable(args.channel, workspace);
    const old = ownMessage(args, channel, workspace, "cant_delete_message");
    remove(workspace, old);
    return { channel: channel.id, ts: old.ts };
  },
  "chat.getPermalink": (args, workspace) => {
    const channel = knownChannel(args.channel, workspace);
    const found = findMessage(workspace, channel.id, args.message_ts);
    if (!found) return refuse("message_not_found");
    return { channel: channel.id, permalink: permalink(found) };
  },
  "chat.scheduleMessage": (args, workspace) => {
    const channel = writable(args.channel, workspace);
    admittedContent(args);
    const postAt = Number(args.post_at) * 1_000;
    if (Number.isNaN(postAt)) refuse("invalid_time");
    if (postAt <= workspace.now()) refuse("time_in_past");
    const id = workspace.newId("Q");
    workspace.scheduled.push({ id, postAt, message: { ...args, channel: channel.id } });
    return { channel: channel.id, scheduled_message_id: id, post_at: postAt / 1_000 };
  },
};

/** Posts what was scheduled for a time that has come. */
export function postDue(workspace: Workspace): void {
  const due = workspace.scheduled.filter(({ postAt }) => postAt <= workspace.now());
  for (const one of due) {
    workspace.scheduled.splice(workspace.scheduled.indexOf(one), 1);
    post(workspace, one.message, { channel: String(one.message.channel) });
  }
}

/** What an app says to a `response_url`; a code if Slack would not take it. */
export function respond(workspace: Workspace, url: ResponseUrl | undefined, body: Json): void {
  if (url === undefined) throw new SlackRefusal("no_such_url");
  if (workspace.now() > url.expiresAt) refuse("expired_url");
  if (url.usesLeft === 0) refuse("used_url");
  const old = findMessage(workspace, url.channel, url.messageTs);
  const isReply = body.delete_original !== true && body.replace_original !== true;
  if (!isReply && !old) refuse("message_not_found");
  url.usesLeft -= 1;
  if (isReply) answer(workspace, url.userId, url.channel, body);
  else if (old && body.delete_original === true) remove(workspace, old);
  else if (old) edit(workspace, old, body);
}

/** A reply to a slash command or an action: for the person alone, unless it says otherwise. */
export function answer(workspace: Workspace, userId: string, channel: string, body: Json): void {
  const isPublic = body.response_type === "in_channel";
  post(workspace, body, { channel, ...(isPublic ? {} : { ephemeralTo: userId }) });
}

export function messageJson(message: Message, workspace: Workspace): Json {
  const { channel: _, state: __, ephemeralTo: ___, files, ...rest } = message;
  return {
    ...rest,
    type: "message",
    team: TEAM.id,
    ...(files && { files: files.map((id) => ({ id, name: workspace.files.get(id)?.name })) }),
  };
}

export const permalink = ({ channel, ts }: Message): string =>
  `https://${TEAM.domain}.slack.com/archives/${channel}/p${ts.replace(".", "")}`;

export const findMessage = (
  workspace: Workspace,
  channel: string,
  ts: unknown,
): Message | undefined =>
  workspace.messages.find((message) => message.channel === channel && message.ts === ts);

type Place = Pick<Message, "channel"> & Partial<Message>;

export function post(workspace: Workspace, args: Json, place: Place): Message {
  const content = admittedContent(args);
  const thread = typeof args.thread_ts === "string" ? args.thread_ts : undefined;
  if (thread && !findMessage(workspace, place.channel, thread)) refuse("thread_not_found");
  const message = withContent(workspace, content, {
    user: BOT.userId,
    bot_id: BOT.id,
    ...(thread && { thread_ts: thread }),
    ...place,
    ts: workspace.newTs(),
    text: "",
  });
  workspace.messages.push(message);
  return message;
}

function edit(workspace: Workspace, old: Message, args: Json): Message {
  const { blocks: _, state: __, ...kept } = old;
  const edited = { ts: workspace.newTs() };
  const message = withContent(workspace, admittedContent(args), { ...kept, edited }, old);
  workspace.messages[workspace.messages.indexOf(old)] = message;
  return message;
}

function remove(workspace: Workspace, message: Message): void {
  workspace.messages.splice(workspace.messages.indexOf(message), 1);
}

type Content = { readonly text: string; readonly blocks?: readonly Block[] };

function withContent(
  workspace: Workspace,
  { text, blocks }: Content,
  message: Message,
  old?: Message,
): Message {
  if (!blocks) return { ...message, text };
  const named = withIds(workspace, blocks);
  const state = { values: stateOf(named, old?.state?.values) };
  return { ...message, text, blocks: named, state };
}

function admittedContent(args: Json): Content {
  const { text, blocks, attachments, files } = args;
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (!text && !hasBlocks && !attachments && !files) refuse("no_text");
  if (String(text ?? "").length > LIMITS.messageText) refuse("msg_too_long");
  if (blocks !== undefined && !Array.isArray(blocks)) refuse("invalid_blocks_format");
  const problems = validateMessage({ text, ...(hasBlocks && { blocks }) });
  if (problems.length > 0) refuse("invalid_blocks", worded(problems));
  if (textOfBlocks(blocks) > LIMITS.messageBlocksText) refuse("msg_blocks_too_long");
  return { text: String(text ?? ""), ...(hasBlocks && { blocks: blocks as readonly Block[] }) };
}

function ownMessage(args: Json, channel: Channel, workspace: Workspace, refusal: string): Message {
  const found = findMessage(workspace, channel.id, args.ts);
  if (!found || found.ephemeralTo) return refuse("message_not_found");
  if (found.user !== BOT.userId) refuse(refusal);
  return found;
}

/** By its id; for what only looks. */
export function knownChannel(id: unknown, workspace: Workspace): Channel {
  if (!id) refuse("invalid_arguments", [missing("channel")]);
  const channel = workspace.channels.get(String(id));
  const isHidden = channel?.isPrivate && !channel.members.includes(BOT.userId);
  if (!channel || isHidden) return refuse("channel_not_found");
  return channel;
}

/** By its id, or a person's (their direct messages); for what the app writes to. */
export function writable(id: unknown, workspace: Workspace): Channel {
  if (typeof id === "string" && workspace.users.has(id)) return directChannel([id], workspace);
  const channel = knownChannel(id, workspace);
  if (channel.isArchived) refuse("is_archived");
  if (!channel.members.includes(BOT.userId)) refuse("not_in_channel");
  return channel;
}

export function directChannel(userIds: readonly string[], workspace: Workspace): Channel {
  const [first = "", ...others] = userIds;
  if (others.length === 0) return knownChannel(workspace.directChannelOf(first), workspace);
  const id = `G${userIds.toSorted().join("")}`;
  const members = [...userIds, BOT.userId];
  const channel = workspace.channels.get(id) ?? { id, name: "", members, isDirect: true };
  workspace.channels.set(id, channel);
  return channel;
}
