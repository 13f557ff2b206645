import type { ManagerDigest } from "#core/digest/manager-digest.ts";
import type { OperatorDigest } from "#core/digest/operator-digest.ts";
import type { OperatorId } from "#core/ids.ts";
import { sendDigest } from "#core/use-cases/send-digest.ts";
import {
  type DigestText,
  managerDigestText,
  operatorDigestText,
} from "../../texts/digest-messages.ts";
import { ask, mustHold } from "../call.ts";
import { define, optional, toggle } from "../command.ts";
import { Failure } from "../failure.ts";
import { id } from "../readers.ts";
import { toDocument } from "../render.ts";
import type { Call } from "../services.ts";

const MANAGERS = "managers";

export const digest = define({
  name: "digest",
  help: "Shows the daily digest of the managers and of each operator who has something to do, or queues it for Slack. Sent again on one day, the messages that stand are brought up to date.",
  example: "--send",
  flags: {
    send: toggle("--send", "send it to Slack besides showing it"),
    reader: optional(
      "--for <reader>",
      `show that of one operator, by id, or of the ${MANAGERS} only`,
      id<OperatorId>("the id of an operator"),
    ),
  },
  async work(call, { send, reader }) {
    if (send && reader !== undefined) {
      throw new Failure("--for shows one digest, --send sends them all; expected one of the two.");
    }
    await mustHold(call, "digest.send");
    const digests = await readAll(call, reader);
    const sent = send ? await queue(call) : undefined;
    return {
      json: {
        date: call.today,
        managers: toDocument(digests.managers === undefined ? null : byFlow(digests.managers)),
        operators: digests.operators.map(({ day: _, period: __, ...one }) => toDocument(one)),
        ...(sent === undefined ? {} : { sent }),
      },
      text: [
        ...linesOf(digests, call),
        ...(sent === undefined
          ? []
          : [
              "",
              `Queued for ${sent.operators} operator(s)${sent.managers ? " and the managers" : ""}.`,
            ]),
      ],
    };
  },
});

/** `{received: {count, amount, dayBefore, weekBefore}, …}`: names are easier to ask for than places. */
const byFlow = ({ day: _, lines, ...rest }: ManagerDigest) => ({
  ...rest,
  ...Object.fromEntries(
    lines.map(({ flow, current, ...before }) => [flow, { ...current, ...before }]),
  ),
});

type Digests = {
  readonly managers: ManagerDigest | undefined;
  readonly operators: readonly OperatorDigest[];
};

async function readAll(call: Call, reader: OperatorId | undefined): Promise<Digests> {
  const { digests, operators } = await call.open();
  const people = (await operators()).filter(({ active }) => active).map((one) => one.id);
  if (reader !== undefined && reader !== MANAGERS && !people.includes(reader)) {
    throw new Failure(
      `--for: nobody who works here has that id; expected one of them, or ${MANAGERS}.`,
    );
  }
  const wanted = people.filter((one) => reader === undefined || reader === one);
  const read = await Promise.all(wanted.map((one) => digests.ofOperator(one, call.today)));
  return {
    managers:
      reader === undefined || reader === MANAGERS
        ? await digests.ofManagers(call.today)
        : undefined,
    operators: read.filter((one) => one !== undefined),
  };
}

/** Nobody is told what they could not read: without Slack, or a channel of theirs, the managers' would only expire. */
async function queue(call: Call) {
  const { slack } = call.config;
  if (slack.state === "off") {
    throw new Failure(
      "Slack is off, so nothing was sent. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.",
    );
  }
  const { operators, managers } = await ask(call, sendDigest, {
    toManagers: slack.managersChannel !== undefined,
  });
  return { operators, managers };
}

function linesOf({ managers, operators }: Digests, { texts }: Call): string[] {
  const written = [
    ...(managers === undefined ? [] : [managerDigestText(managers, texts)]),
    ...operators.map((one) => operatorDigestText(one, texts)),
  ];
  return written.length === 0
    ? [texts.say("digest-nothing")]
    : written.flatMap((text, index) => [...(index === 0 ? [] : [""]), ...digestLines(text)]);
}

const digestLines = ({ title, parts }: DigestText): string[] => [
  title,
  ...parts.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)]),
];
