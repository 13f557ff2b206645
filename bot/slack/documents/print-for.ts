import type { Permission } from "#core/access/permissions.ts";
import type { DocumentAsked } from "#core/documents/asked.ts";
import type { Pressed } from "../listen.ts";
import { openWith } from "../open.ts";
import { refusedModal, saidModal } from "../plain-blocks.ts";

/** What printing needs, wherever it is offered. */
export const PRINT_PERMISSION = "invoice.print" satisfies Permission;

/** Prints into the person's own conversation with the app, and says so on top of where it was asked for. */
export async function printFor(pressed: Pressed, asked: DocumentAsked): Promise<void> {
  const { client, deps, person } = pressed;
  const { texts } = deps;
  await openWith(pressed, async () => {
    const printed = await deps.documents.print(asked);
    if (!printed.ok) return refusedModal(texts, texts.refusal(printed.refusal));
    const { channel } = await client.conversations.open({ users: person.slackUser });
    if (channel?.id === undefined) throw new Error("Slack opened no conversation");
    const name = nameOf(asked);
    await client.filesUploadV2({
      channel_id: channel.id,
      filename: texts.say(`slack-print-file-${name.kind}`, { of: name.of }),
      file: Buffer.from(printed.value),
      initial_comment: texts.say(`slack-print-comment-${name.kind}`, { of: name.of }),
    });
    return saidModal(texts, { lines: [texts.say("slack-print-sent")] });
  });
}

type Name = { readonly kind: "invoice" | "invoices" | "booklet"; readonly of: string };

/** An id may hold anything: of it a file's name and a message keep letters, digits and hyphens. */
function nameOf(asked: DocumentAsked): Name {
  if ("agreement" in asked) return { kind: "booklet", of: `${asked.agreement}` };
  const { invoices } = asked;
  const [only = ""] = invoices;
  return invoices.length === 1
    ? { kind: "invoice", of: only.replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, 60) }
    : { kind: "invoices", of: `${invoices.length}` };
}
