import { post, writable } from "./chat.ts";
import { isNode } from "./limits.ts";
import { refuse } from "./refusal.ts";
import type { Json, StoredFile } from "./types.ts";
import type { Methods } from "./views.ts";
import { BOT, missing, type Workspace } from "./workspace.ts";

/** An upload takes three steps, as at Slack: an address, the bytes, the completion. */
export const fileMethods: Methods = {
  "files.getUploadURLExternal": (args, workspace) => {
    const announcedBytes = Number(args.length);
    if (!args.filename) refuse("invalid_arguments", [missing("filename")]);
    if (!(announcedBytes > 0)) refuse("invalid_arguments", [missing("length")]);
    const id = newFile(workspace, String(args.filename), BOT.userId, announcedBytes);
    return { file_id: id, upload_url: `${workspace.baseUrl()}/upload/${id}` };
  },
  "files.completeUploadExternal": (args, workspace) => {
    const wanted = Array.isArray(args.files) ? args.files.filter(isNode) : [];
    if (wanted.length === 0) refuse("invalid_arguments", [missing("files")]);
    const channel = args.channel_id ? writable(args.channel_id, workspace) : undefined;
    const files = wanted.map((file) => completed(workspace, file, channel?.id));
    if (channel) share(workspace, args, channel.id, files);
    return { files: files.map((file) => fileJson(file, workspace.baseUrl())) };
  },
  "files.info": (args, workspace) => {
    const file = workspace.files.get(String(args.file ?? ""));
    if (!file?.isComplete) return refuse("file_not_found");
    return { file: fileJson(file, workspace.baseUrl()) };
  },
};

export function newFile(workspace: Workspace, name: string, user: string, bytes: number): string {
  const id = workspace.newId("F");
  workspace.files.set(id, {
    id,
    name,
    title: name,
    mimetype: "application/octet-stream",
    user,
    announcedBytes: bytes,
    isComplete: false,
    channels: [],
  });
  return id;
}

/** The bytes of an upload; false if Slack would not take them. */
export function receive(workspace: Workspace, id: string, bytes: Buffer): boolean {
  const file = workspace.files.get(id);
  if (!file || file.isComplete || bytes.length !== file.announcedBytes) return false;
  workspace.files.set(id, { ...file, bytes });
  return true;
}

function completed(workspace: Workspace, wanted: Json, channel: string | undefined): StoredFile {
  const file = workspace.files.get(String(wanted.id ?? ""));
  if (!file?.bytes || file.isComplete) return refuse("file_not_found");
  const done = {
    ...file,
    title: String(wanted.title ?? file.name),
    isComplete: true,
    channels: channel ? [channel] : [],
  };
  workspace.files.set(file.id, done);
  return done;
}

function share(workspace: Workspace, args: Json, channel: string, files: StoredFile[]): void {
  const ids = files.map(({ id }) => id);
  const { thread_ts, blocks, initial_comment: text } = args;
  post(workspace, { text, blocks, thread_ts, files: ids }, { channel, files: ids });
}

export function fileJson(file: StoredFile, base: string): Json {
  const url = `${base}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split(".").at(-1) ?? "",
    size: file.bytes?.length ?? 0,
    user: file.user,
    mode: "hosted",
    channels: file.channels,
    url_private: url,
    url_private_download: url,
  };
}
