/** By what somebody talked with the customer. */
export const CONTACT_MEDIA = [
  "phone",
  "whatsapp",
  "sms",
  "app",
  "email",
  "letter",
  "in person",
  "other",
] as const;
export type ContactMedium = (typeof CONTACT_MEDIA)[number];

/** What came of it. `wrong person`: whoever answered is not the customer; `welcome` takes that, or an opt-out, back. */
export const CONTACT_OUTCOMES = [
  "promised",
  "refused to pay",
  "no answer",
  "left word",
  "call back",
  "wrong person",
  "opted out",
  "welcome",
  "other",
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

export type ContactMark = { readonly medium: ContactMedium; readonly outcome: ContactOutcome };

export type MessageChannel = "email" | "sms" | "app";

/** Calls and text messages reach the same number, so that what was said of one holds for the other. */
const MEDIA: { readonly [Channel in MessageChannel]: readonly ContactMedium[] } = {
  email: ["email"],
  sms: ["phone", "whatsapp", "sms"],
  app: ["app"],
};

/** Whether the customer may be written to there, by the last that was said of it; `marks` oldest first. */
export function standingMark(
  marks: readonly ContactMark[],
  channel: MessageChannel,
): "wrong person" | "opted out" | undefined {
  const said = marks.findLast(
    ({ medium, outcome }) => MEDIA[channel].includes(medium) && MARKS.has(outcome),
  );
  return said?.outcome === "wrong person" || said?.outcome === "opted out"
    ? said.outcome
    : undefined;
}

const MARKS: ReadonlySet<ContactOutcome> = new Set(["wrong person", "opted out", "welcome"]);
