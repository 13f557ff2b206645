import type { IncomingMessage, ServerResponse } from "node:http";

export const LOOPBACK = "127.0.0.1";
/** As Slack's own of a file input. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' http://127.0.0.1:* data:; form-action 'none'; base-uri 'none'";
export const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;

export const urlOf = ({ url }: IncomingMessage): URL => new URL(url ?? "/", `http://${LOOPBACK}`);

/** Another site's page in the same browser could ask for this address, or lead a name of its own here. */
export function isForeign({ headers, method }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, "");
  if (host !== LOOPBACK && host !== "localhost") return true;
  return method === "POST" && headers["x-acordo-chat"] !== "1";
}

export function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { ...HEADERS, "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(value));
}

export type ServedFile = {
  readonly name: string;
  readonly bytes: Buffer;
  /** Undefined: a browser only saves it. */
  readonly opensAs: string | undefined;
};

export function sendFile(response: ServerResponse, file: ServedFile | undefined): void {
  if (file === undefined) {
    sendJson(response, 404, { error: "no such file" });
    return;
  }
  const { name, bytes, opensAs } = file;
  const { "content-security-policy": policy, ...headers } = HEADERS;
  response.writeHead(200, {
    ...headers,
    // A browser shows a PDF by a page of its own, which the policy would leave empty.
    ...(opensAs !== "application/pdf" && { "content-security-policy": policy }),
    "content-type": opensAs ?? "application/octet-stream",
    "content-disposition": `${opensAs === undefined ? "attachment" : "inline"}; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  response.end(bytes);
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) throw new Error("file_too_large");
  }
  return Buffer.concat(chunks);
}
