import { z } from "zod";
import type { Person } from "#test/emulators/telegram/person.ts";
import type { Phones } from "./phones.ts";

/** What the page asks for: somebody does something on their phone. */
export const PHONE_DEED = z.discriminatedUnion("do", [
  z.object({ do: z.literal("start") }),
  /** Follows a one-time link, made for it. */
  z.object({ do: z.literal("link") }),
  z.object({ do: z.literal("say"), words: z.string().min(1) }),
  z.object({ do: z.literal("press"), message: z.number(), data: z.string() }),
  z.object({ do: z.literal("tap"), key: z.string() }),
  z.object({ do: z.literal("contact") }),
  z.object({ do: z.literal("block") }),
  z.object({ do: z.literal("unblock") }),
]);
export type PhoneDeed = z.infer<typeof PHONE_DEED>;

/** Throws what keeps it from being done. */
export async function carryOutOnPhone(
  phones: Phones,
  { customer, deed }: { readonly customer: string; readonly deed: PhoneDeed },
): Promise<void> {
  const { person } = await phones.of(customer);
  switch (deed.do) {
    case "start":
      return person.opens();
    case "link":
      return person.opens(await phones.link(customer));
    case "say":
      return void person.types(deed.words);
    case "press":
      return press(person, deed);
    case "tap":
      return await person.taps(deed.key);
    case "contact":
      return void person.sharesContact();
    case "block":
      return person.blocks();
    case "unblock":
      return person.unblocks();
  }
}

/** The button may have gone from the chat since the page drew it, as on any phone. */
function press(person: Person, { message, data }: Extract<PhoneDeed, { do: "press" }>): void {
  const rows = person.messages().find(({ id }) => id === message)?.markup?.inline_keyboard ?? [];
  const button = rows.flat().find(({ callback_data: asked }) => asked === data);
  if (button === undefined) throw new Error("the button is not there any more");
  person.pressesHeld({ message, button });
}

export type Sent = { readonly name: string; readonly mimeType: string; readonly bytes: Buffer };

/** A picture as a photo, which Telegram makes a JPEG of; anything else as it is. */
export function sendFile(person: Person, { name, mimeType, bytes }: Sent): void {
  if (mimeType === "image/jpeg") person.sendsPhoto(bytes);
  else person.sendsDocument({ name, mimeType, bytes });
}
