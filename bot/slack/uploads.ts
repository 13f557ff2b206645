import type { WebClient } from "@slack/web-api";

export type Uploaded = {
  readonly url: string;
  readonly name: string;
  readonly sizeBytes: number;
};

/** Slack's word on where a file is, rather than what a form or an event brought. */
export async function findUpload(client: WebClient, id: string): Promise<Uploaded> {
  const { file } = await client.files.info({ file: id });
  const url = file?.url_private_download ?? file?.url_private;
  if (url === undefined) throw new Error("Slack has no address of an uploaded file");
  return { url, name: file?.name ?? "", sizeBytes: file?.size ?? 0 };
}

const DOWNLOAD_MS = 60_000;

export async function download(client: WebClient, url: string): Promise<AsyncIterable<Uint8Array>> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${client.token}` },
    signal: AbortSignal.timeout(DOWNLOAD_MS),
  });
  if (!answer.ok || answer.body === null) {
    throw new Error(`Slack answered ${answer.status} for an uploaded file`);
  }
  return answer.body;
}

export async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
