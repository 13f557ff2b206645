import { type Delivered, SENT } from "../../sending.ts";
import { type Filled, fill, type JsonTemplate } from "./fill.ts";

/** One provider's way of taking a text message, as data: nothing of a provider is code. */
export type SmsProvider = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `{to}` (digits with country code), `{text}`, `{id}` and the names of `secrets` stand for their values, in leaves only. */
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: JsonTemplate;
  readonly accepted: {
    readonly statuses: readonly number[];
    /** Some answer 200 to what they refuse. */
    readonly body?: string;
    /** Its first group is the provider's own id, under which receipts come. */
    readonly id?: string;
  };
};

export type Sms = { readonly id: string; readonly to: string; readonly text: string };

export type SmsDelivered = Delivered & { readonly providerId?: string };

export type SmsDriver = (sms: Sms) => Promise<SmsDelivered>;

const PATIENCE_MS = 5_000;
const MAX_ANSWER = 10_000;
const FIRST_WAIT_MS = 30_000;

/** Secrets are filled in like the other values, and stand nowhere else. */
export const createSmsDriver =
  (provider: SmsProvider, secrets: Readonly<Record<string, string>>): SmsDriver =>
  async ({ id, to, text }) => {
    const values = { ...secrets, to: to.replace(/^\+/, ""), text, id };
    try {
      const response = await fetch(addressOf(provider, values), {
        method: provider.method,
        headers: headersOf(provider, values),
        ...(provider.json === undefined
          ? {}
          : { body: JSON.stringify(fill(provider.json, values)) }),
        // Whoever redirects would be sent the secret too.
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return judge(provider, response, (await response.text()).slice(0, MAX_ANSWER));
    } catch {
      return { outcome: "again", reason: "SMS provider does not answer" };
    }
  };

function addressOf({ url, query = {} }: SmsProvider, values: Filled): URL {
  const address = new URL(url);
  for (const [name, leaf] of Object.entries(query)) {
    address.searchParams.set(name, String(fill(leaf, values)));
  }
  return address;
}

const headersOf = ({ headers, json }: SmsProvider, values: Filled): Record<string, string> => ({
  ...(json === undefined ? {} : { "content-type": "application/json" }),
  ...Object.fromEntries(
    Object.entries(headers).map(([name, leaf]) => [name, String(fill(leaf, values))]),
  ),
});

function judge(
  { accepted }: SmsProvider,
  { status, headers }: Response,
  body: string,
): SmsDelivered {
  const reason = `SMS provider answered ${status}`;
  if (status === 429) {
    const seconds = Number(headers.get("retry-after"));
    return { outcome: "limited", reason, afterMs: seconds > 0 ? seconds * 1_000 : FIRST_WAIT_MS };
  }
  if (status >= 500) return { outcome: "again", reason };
  if (!accepted.statuses.includes(status)) return { outcome: "failed", reason };
  if (accepted.body !== undefined && !new RegExp(accepted.body).test(body)) {
    return { outcome: "failed", reason: `${reason}, and did not accept the message` };
  }
  const found = accepted.id === undefined ? undefined : new RegExp(accepted.id).exec(body)?.[1];
  return found === undefined ? SENT : { ...SENT, providerId: found };
}
