import type { SmsProviderName } from "../../sms-providers.ts";
import type { SmsProvider } from "./driver.ts";

/**
 * Ready descriptions. The shapes are those that public clients of each provider use; compare them with your contract
 * before the first message. `{token}` and `{sender}` are the settings SMS_TOKEN and SMS_SENDER.
 */
export const SMS_PROVIDERS = {
  zenvia: {
    method: "POST",
    url: "https://api.zenvia.com/v2/channels/sms/messages",
    headers: { "X-API-TOKEN": "{token}" },
    json: { from: "{sender}", to: "{to}", contents: [{ type: "text", text: "{text}" }] },
    accepted: { statuses: [200, 201], id: '"id"\\s*:\\s*"([^"]+)"' },
  },
  comtele: {
    method: "POST",
    url: "https://sms.comtele.com.br/api/v2/send",
    headers: { "auth-key": "{token}" },
    json: { Sender: "{sender}", Receivers: "{to}", Content: "{text}" },
    accepted: {
      statuses: [200],
      body: '"Success"\\s*:\\s*true',
      id: '"requestUniqueId"\\s*:\\s*"([^"]+)"',
    },
  },
} as const satisfies Readonly<Record<SmsProviderName, SmsProvider>>;
