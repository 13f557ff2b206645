import type { ManagerDigest } from "#core/digest/manager-digest.ts";
import { customersOf, type OperatorDigest } from "#core/digest/operator-digest.ts";
import {
  type DigestPart,
  type DigestText,
  managerDigestText,
  operatorDigestText,
} from "../../texts/digest-messages.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Message } from "../approvals/message.ts";
import {
  actions,
  type Blocks,
  context,
  header,
  option,
  section,
  select,
  typed,
} from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import { short } from "../plain-blocks.ts";

export const DIGEST = { account: "digest.account" } as const;

/** The operator's own: at most eight blocks. */
export function operatorDigestMessage(digest: OperatorDigest, texts: Texts): Message {
  const hasRemovals = digest.sections.some(({ about }) => about === "removals");
  return messageOf(operatorDigestText(digest, texts), [
    ...(hasRemovals ? [context(texts.say("spc-internal"))] : []),
    ...accountChoice(digest, texts),
  ]);
}

/** At most twelve blocks: a title, five figures, the legal risk, and where to go on. */
export const managerDigestMessage = (
  digest: ManagerDigest,
  texts: Texts,
  more: Blocks = [],
): Message => messageOf(managerDigestText(digest, texts), more);

const messageOf = (text: DigestText, more: Blocks): Message => ({
  text: typed(text.notification),
  blocks: [header(text.title), ...text.parts.map(partBlock), ...more],
});

const partBlock = ({ heading, lines }: DigestPart) =>
  section(
    [`*${typed(heading)}*`, ...lines.map((line) => `• ${typed(short(line, 250))}`)].join("\n"),
  );

/** Whoever the digest names, one press away. An id longer than Slack takes is found by search instead. */
function accountChoice(digest: OperatorDigest, texts: Texts): Blocks {
  const options = customersOf(digest)
    .filter(({ customer }) => customer.length <= LIMITS.optionText)
    .map(({ customer, name }) => option(short(name, 70), customer));
  if (options.length === 0) return [];
  const placeholder = texts.say("digest-open-account");
  return actions(select({ id: DIGEST.account, placeholder, options }));
}
