import { openAttachment } from "#core/use-cases/open-attachment.ts";
import { cut, typed } from "../../block-kit.ts";
import type { Acting } from "../../listen.ts";
import { whole } from "../../uploads.ts";
import type { Said } from "../tab.ts";

/** Puts a kept file into the person's own conversation with the app, and answers what to say of it. */
export async function sendAttachment(acting: Acting, attachment: number): Promise<Said> {
  const { deps, person, client, key } = acting;
  const { texts, ports, files } = deps;
  const found = await openAttachment(ports, {
    input: { attachment },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!found.ok) return { sentence: texts.refusal(found.refusal), isDone: false };
  const { name, sha256 } = found.value;
  const bytes = await files.open(sha256);
  if (bytes === undefined) {
    deps.log.error({ attachment }, "the bytes of an attachment are not in the store");
    return { sentence: texts.say("slack-account-attachment-lost"), isDone: false };
  }
  const { channel } = await client.conversations.open({ users: person.slackUser });
  if (channel?.id === undefined) throw new Error("Slack opened no conversation");
  await client.filesUploadV2({
    channel_id: channel.id,
    filename: name,
    title: name,
    file: await whole(bytes),
    initial_comment: typed(name),
  });
  return {
    sentence: texts.say("slack-account-attachment-sent", { name: cut(name, MAX_NAME) }),
    isDone: true,
  };
}

const MAX_NAME = 120;
