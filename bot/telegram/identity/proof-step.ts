import { randomInt } from "node:crypto";
import { z } from "zod";
import type { CodeChannel } from "#core/identity/effects.ts";
import { CODE_DIGITS } from "#core/identity/limits.ts";
import type { CustomerId } from "#core/ids.ts";
import type { Entered } from "#core/use-cases/enter-chat.ts";
import { proveByContact } from "#core/use-cases/prove-by-contact.ts";
import { requestCode } from "#core/use-cases/request-code.ts";
import type { SharedContact, Typed } from "../feature.ts";
import { showStart } from "../menu/start.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import type { Talk } from "../talk.ts";
import { AGAIN, CODE, PROOF } from "./steps.ts";
import { welcome } from "./welcome.ts";

type Claimed = { readonly customers: readonly CustomerId[]; readonly contactTried: boolean };

const CLAIMED = z.object({ customers: z.array(z.string()), contactTried: z.boolean() });

/** Asks for what only the owner has: the phone on record, or a code sent there. */
export async function askProof(talk: Talk, claimed: Claimed, note?: string): Promise<void> {
  const { say } = talk.texts;
  const { codeChannels } = talk.deps;
  const asked = say(codeChannels.length === 0 ? "telegram-proof" : "telegram-proof-or-code");
  await talk.ask(
    {
      text: note === undefined ? asked : `${note}\n\n${asked}`,
      keys: [
        ...(claimed.contactTried
          ? []
          : [[{ text: say("telegram-key-contact"), contact: true } as const]]),
        ...codeChannels.map((channel) => [{ text: say(`telegram-key-code-${channel}`) }]),
        [{ text: say("telegram-key-cancel") }],
      ],
    },
    { step: PROOF, data: claimed },
  );
}

/** Somebody else's contact, or one that was typed in, is answered like a number that is not on record. */
export async function takeContact(
  talk: Talk,
  { phone, own, message }: SharedContact,
): Promise<void> {
  const claimed = claimedIn(talk);
  await talk.remove(message);
  if (claimed === undefined || claimed.contactTried) return showStart(talk);
  const entered = await proveByContact(talk.deps.ports, {
    input: {
      ...talk.fromChat(),
      customers: claimed.customers,
      phone: own ? phone : "",
      language: talk.dialog().language,
    },
    today: talk.deps.today(),
    key: talk.key,
  });
  return afterProof(talk, entered, claimed);
}

/** The keys that are not the contact come as words. */
export async function takeProofKey(talk: Talk, { text }: Typed): Promise<void> {
  const { say } = talk.texts;
  const claimed = claimedIn(talk);
  if (claimed === undefined || text === say("telegram-key-cancel")) return showStart(talk);
  const channel = talk.deps.codeChannels.find((one) => text === say(`telegram-key-code-${one}`));
  return channel === undefined
    ? askProof(talk, claimed)
    : sendCode(talk, claimed.customers, channel);
}

/** One code for each time that a tax id was given. */
async function sendCode(
  talk: Talk,
  customers: readonly CustomerId[],
  channel: CodeChannel,
): Promise<void> {
  const { say } = talk.texts;
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
  const { minutes } = await requestCode(talk.deps.ports, {
    input: { ...talk.fromChat(), customers, channel, code },
    today: talk.deps.today(),
    key: talk.key,
  });
  await talk.show(
    {
      text: say(`telegram-code-sent-${channel}`, { minutes, digits: CODE_DIGITS }),
      buttons: [[{ text: say("telegram-try-again"), verb: AGAIN }]],
    },
    { step: CODE },
  );
}

async function afterProof(talk: Talk, entered: Entered, claimed: Claimed): Promise<void> {
  if (entered.outcome !== "not proved") return welcome(talk, entered);
  const note = talk.texts.say("telegram-not-proved");
  if (talk.deps.codeChannels.length > 0) {
    return askProof(talk, { ...claimed, contactTried: true }, note);
  }
  await showNotProved(talk, note);
}

export async function showNotProved(talk: Talk, note: string): Promise<void> {
  const { say } = talk.texts;
  await talk.show({
    text: `${note}\n\n${say("telegram-not-proved-now-what")}`,
    buttons: [
      [{ text: say("telegram-try-again"), verb: AGAIN }],
      [{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }],
    ],
  });
}

function claimedIn(talk: Talk): Claimed | undefined {
  const { data } = CLAIMED.safeParse(talk.dialog().data);
  return data && { ...data, customers: data.customers as CustomerId[] };
}
