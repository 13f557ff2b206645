import type { WebClient } from "@slack/web-api";
import { CUSTOMER_ACTOR } from "#core/ids.ts";
import type {
  ConversationHead,
  ConversationMessage,
} from "#db/queries/self-service/read-conversation.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Message } from "../approvals/message.ts";
import { actions, button, context, cut, section, typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { short } from "../plain-blocks.ts";
import { type MessagePlace, postAt, updateStanding } from "../post-once.ts";
import { whole } from "../uploads.ts";
import { aboutConversation, aboutMessage, CUSTOMER_TALK } from "./ids.ts";

type Where = { readonly deps: SlackDeps; readonly client: WebClient };

/** What stands above a conversation's thread. */
export function headMessage(
  { conversation, customer, name, isOpen }: ConversationHead,
  { say }: Texts,
): Message {
  return {
    text: say("talk-head-notification", { name: short(name) }),
    blocks: [
      section(say("talk-head", { name: typed(short(name)) })),
      context(say(isOpen ? "talk-head-how" : "talk-head-closed")),
      ...actions(
        ...(isOpen
          ? [
              button({
                id: CUSTOMER_TALK.close,
                text: say("talk-close"),
                value: `${conversation}`,
                confirm: {
                  title: say("talk-close"),
                  text: say("talk-close-confirm", { name: typed(cut(name, 80)) }),
                  yes: say("talk-close"),
                  no: say("slack-no"),
                },
              }),
            ]
          : []),
        button({
          id: CUSTOMER_TALK.openAccount,
          text: say("approval-open-account"),
          value: customer,
        }),
      ),
    ],
  };
}

/** The customer's words, and the file that came with them, in the thread of the conversation; the first words open it. */
export async function postCustomerMessage(
  where: Where,
  { channel, message }: { readonly channel: string; readonly message: ConversationMessage },
): Promise<void> {
  const { deps, client } = where;
  if (message.writtenBy !== CUSTOMER_ACTOR) return;
  if ((await deps.slackMessages.find(aboutMessage(message.message))) !== undefined) return;
  const head = await headOf(where, { channel, message });
  const thread = { channel: head.channel, ts: head.ts };
  const at = await (message.file === null
    ? client.chat
        .postMessage({
          channel: thread.channel,
          thread_ts: thread.ts,
          ...wordsOf(message, deps.texts),
        })
        .then(postAt)
    : postFile(where, { thread, message, file: message.file }));
  await deps.slackMessages.keep(aboutMessage(message.message), at);
}

async function headOf(
  { deps, client }: Where,
  { channel, message }: { readonly channel: string; readonly message: ConversationMessage },
): Promise<MessagePlace> {
  const about = aboutConversation(message.conversation);
  const standing = await deps.slackMessages.find(about);
  if (standing !== undefined) return standing;
  const at = postAt(
    await client.chat.postMessage({ channel, ...headMessage(message, deps.texts) }),
  );
  await deps.slackMessages.keep(about, at);
  return at;
}

const MAX_WORDS = 2_900;

const wordsOf = ({ name, body }: ConversationMessage, { say }: Texts): Message => ({
  text: say("talk-said-notification", { name: short(name), body: typed(cut(body, 150)) }),
  blocks: [section(`*${typed(short(name))}*\n${typed(cut(body, MAX_WORDS))}`)],
});

type OfFile = {
  readonly thread: MessagePlace;
  readonly message: ConversationMessage;
  readonly file: NonNullable<ConversationMessage["file"]>;
};

async function postFile(
  { deps, client }: Where,
  { thread, message, file }: OfFile,
): Promise<MessagePlace> {
  const { name, body } = message;
  const comment = `*${typed(short(name))}*${body === "" ? "" : `\n${typed(cut(body, MAX_WORDS))}`}`;
  await uploadStored({ deps, client }, { thread, file, comment });
  return thread;
}

/** A kept file under a message. One whose bytes are lost is said to be. */
export async function uploadStored(
  { deps, client }: Where,
  {
    thread,
    file,
    comment,
  }: {
    readonly thread: MessagePlace;
    readonly file: { readonly name: string; readonly sha256: string };
    readonly comment: string;
  },
): Promise<void> {
  const bytes = await deps.files.open(file.sha256);
  if (bytes === undefined) {
    await client.chat.postMessage({
      channel: thread.channel,
      thread_ts: thread.ts,
      text: `${comment}\n${deps.texts.say("slack-account-attachment-lost")}`,
    });
    return;
  }
  await client.filesUploadV2({
    channel_id: thread.channel,
    thread_ts: thread.ts,
    filename: file.name,
    title: file.name,
    file: await whole(bytes),
    initial_comment: comment,
  });
}

/** Above the thread: whether the talk goes on. */
export async function updateHead(where: Where, conversation: number): Promise<void> {
  const head = await where.deps.reads.conversations.head(conversation);
  if (head === undefined) return;
  await updateStanding(where, aboutConversation(conversation), () =>
    headMessage(head, where.deps.texts),
  );
}
