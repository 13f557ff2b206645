import type { Api } from "grammy";
import { LIMITS } from "./limits.ts";
import type { SentFile } from "./talk.ts";

const PATIENCE_MS = 20_000;

/** A file that a customer sent, by way of Telegram's servers. The address holds the bot's token: it goes into no log. */
export async function downloadFile(api: Api, { fileId }: SentFile): Promise<Uint8Array> {
  const { file_path: path } = await api.getFile(fileId);
  if (path === undefined) throw new Error("Telegram offers the file under no path");
  const root = api.options?.apiRoot ?? "https://api.telegram.org";
  const response = await fetch(`${root}/file/bot${api.token}/${path}`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  if (response?.ok !== true)
    throw new Error(`Telegram sends no file: ${response?.status ?? "no answer"}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > LIMITS.downloadBytes) throw new Error("the file is larger than Telegram says");
  return bytes;
}
