import { directChannel, knownChannel } from "./chat.ts";
import { refuse } from "./refusal.ts";
import type { Channel, Json, User } from "./types.ts";
import type { Methods } from "./views.ts";
import { BOT, missing, TEAM, type Workspace } from "./workspace.ts";

export const peopleMethods: Methods = {
  "auth.test": () => ({
    url: `https://${TEAM.domain}.slack.com/`,
    team: TEAM.domain,
    user: "acordo",
    team_id: TEAM.id,
    user_id: BOT.userId,
    bot_id: BOT.id,
    is_enterprise_install: false,
  }),
  "users.info": (args, workspace) => {
    const user = workspace.users.get(String(args.user ?? ""));
    return { user: userJson(user ?? refuse("user_not_found")) };
  },
  "users.lookupByEmail": (args, workspace) => {
    const email = String(args.email ?? "").toLowerCase();
    const found = [...workspace.users.values()].find(
      (user) => email !== "" && user.email.toLowerCase() === email && !user.isDeleted,
    );
    return { user: userJson(found ?? refuse("users_not_found")) };
  },
  "users.list": (args, workspace) => {
    const { page, cursor } = paged([...workspace.users.values()], args);
    return { members: page.map(userJson), response_metadata: { next_cursor: cursor } };
  },
  "conversations.open": (args, workspace) => {
    if (!args.users) refuse("invalid_arguments", [missing("users")]);
    const userIds = String(args.users).split(",");
    if (userIds.some((id) => !workspace.users.has(id))) refuse("user_not_found");
    const known = workspace.channels.size;
    const channel = directChannel(userIds, workspace);
    const isOld = workspace.channels.size === known;
    return { channel: { id: channel.id }, no_op: isOld, already_open: isOld };
  },
  "conversations.info": (args, workspace) => ({
    channel: channelJson(knownChannel(args.channel, workspace)),
  }),
  "conversations.list": (args, workspace) => {
    const types = String(args.types ?? "public_channel").split(",");
    const wanted = [...workspace.channels.values()].filter(
      (channel) =>
        types.includes(kindOf(channel)) &&
        !(channel.isPrivate && !channel.members.includes(BOT.userId)) &&
        !(channel.isArchived && isTrue(args.exclude_archived)),
    );
    const { page, cursor } = paged(wanted, args);
    return { channels: page.map(channelJson), response_metadata: { next_cursor: cursor } };
  },
  "conversations.members": (args, workspace) => {
    const { page, cursor } = paged([...knownChannel(args.channel, workspace).members], args);
    return { members: page, response_metadata: { next_cursor: cursor } };
  },
};

const kindOf = (channel: Channel): string => {
  if (channel.isDirect) return channel.members.length > 2 ? "mpim" : "im";
  return channel.isPrivate ? "private_channel" : "public_channel";
};

const isTrue = (value: unknown): boolean => value === true || value === "true";

/** A cursor is the place where the next page starts; nobody but the emulator reads it. */
function paged<T>(all: readonly T[], args: Json): { page: readonly T[]; cursor: string } {
  const limit = Math.min(Number(args.limit ?? 100) || 100, 1_000);
  const start = Number(Buffer.from(String(args.cursor ?? ""), "base64").toString() || 0);
  if (Number.isNaN(start)) refuse("invalid_cursor");
  const next = start + limit;
  return {
    page: all.slice(start, next),
    cursor: next < all.length ? Buffer.from(String(next)).toString("base64") : "",
  };
}

const userJson = (user: User): Json => ({
  id: user.id,
  team_id: TEAM.id,
  name: user.name,
  real_name: user.realName,
  deleted: user.isDeleted === true,
  is_bot: user.isBot === true,
  locale: "pt-BR",
  tz: "America/Sao_Paulo",
  profile: { email: user.email, real_name: user.realName, display_name: user.name },
});

const channelJson = (channel: Channel): Json => ({
  id: channel.id,
  name: channel.name,
  is_channel: kindOf(channel) === "public_channel",
  is_im: kindOf(channel) === "im",
  is_mpim: kindOf(channel) === "mpim",
  is_private: kindOf(channel) !== "public_channel",
  is_archived: channel.isArchived === true,
  is_member: channel.members.includes(BOT.userId),
  num_members: channel.members.length,
});

/** A person joins, leaves; a channel is archived: what administrators do meanwhile. */
export function changeChannel(workspace: Workspace, id: string, change: Partial<Channel>): void {
  const channel = workspace.channels.get(id);
  if (!channel) throw new Error(`no channel ${id}`);
  workspace.channels.set(id, { ...channel, ...change });
  workspace.changed();
}
