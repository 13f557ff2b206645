import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { bodyOf, sendFile, sendJson, urlOf } from "./http.ts";
import { carryOutOnPhone, PHONE_DEED, sendFile as sendFromPhone } from "./phone-deeds.ts";
import { inList, openedAs, phoneScreen } from "./phone-screen.ts";
import type { Phones } from "./phones.ts";

export const PHONE_PATH = "/api/phone/";

/** Everything about the customers' phones; what cannot be done is thrown. */
export async function answerForPhones(
  request: IncomingMessage,
  response: ServerResponse,
  phones: Phones,
): Promise<void> {
  const { pathname, searchParams } = urlOf(request);
  const asked = pathname.slice(PHONE_PATH.length);
  if (request.method === "POST") {
    await takePost(asked, request, phones);
    return sendJson(response, 200, {});
  }
  if (asked === "list") {
    const found = await phones.find(searchParams.get("words") ?? "");
    return sendJson(response, 200, { list: found.map(inList) });
  }
  const holding = await phones.of(searchParams.get("customer") ?? "");
  if (asked === "screen") return sendJson(response, 200, phoneScreen(phones, holding));
  const file = holding.person.messages().find(({ file: one }) => `file/${one?.fileId}` === asked);
  sendFile(response, file?.file && { ...file.file, opensAs: openedAs(file.file) });
}

async function takePost(asked: string, request: IncomingMessage, phones: Phones): Promise<void> {
  const body = await bodyOf(request);
  if (asked === "upload") {
    const given = UPLOAD.parse(Object.fromEntries(urlOf(request).searchParams));
    const { person } = await phones.of(given.customer);
    return sendFromPhone(person, { name: given.name, mimeType: given.type, bytes: body });
  }
  const { customer, ...deed } = JSON.parse(body.toString("utf8")) as { customer?: string };
  await carryOutOnPhone(phones, { customer: customer ?? "", deed: PHONE_DEED.parse(deed) });
}

const UPLOAD = z.object({
  customer: z.string(),
  name: z.string().min(1),
  type: z.string().transform((type) => type || "application/octet-stream"),
});
