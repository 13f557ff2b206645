import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import {
  isNode,
  LIMITS,
  limitProblems,
  listProblems,
  nodes,
  type Problem,
  stringProblems,
  textProblems,
} from "./limits.ts";
import { ruleProblems } from "./rules.ts";
import { slackSchema } from "./schema.ts";

const ajv = new Ajv({ discriminator: true, strict: false, allErrors: true });
ajv.addSchema({ ...(await slackSchema()), $id: "slack" });
const compiled = new Map<string, ValidateFunction>();

/** Everything that Slack would refuse in a view; nothing means that it would be shown. */
export function validateView(view: unknown): Problem[] {
  if (!isNode(view)) return [{ pointer: "/view", message: "must provide an object" }];
  if (view.type !== "modal" && view.type !== "home") {
    return [{ pointer: "/view/type", message: `unsupported type: ${String(view.type)}` }];
  }
  if (viewBytes(view) > LIMITS.viewBytes) {
    return [{ pointer: "/view", message: `must not be above ${LIMITS.viewBytes} bytes` }];
  }
  const shape = schemaProblems(view.type === "modal" ? "ModalView" : "HomeView", view, "/view");
  return [
    ...shape,
    ...listProblems(view.blocks, [0, LIMITS.viewBlocks], "/view/blocks"),
    ...limitProblems(view.blocks, "/view/blocks"),
    ...ruleProblems(view.blocks, view.type, "/view/blocks"),
    ...frameProblems(view),
  ];
}

export type MessageContent = { readonly text?: unknown; readonly blocks?: unknown };

/** Everything that Slack would refuse in a message's text and blocks. */
export function validateMessage({ text, blocks }: MessageContent): Problem[] {
  const tooLong = stringProblems(text, [0, LIMITS.messageText], "/text");
  if (blocks === undefined) return tooLong;
  return [
    ...tooLong,
    ...schemaProblems("ModalView", { ...EMPTY_MODAL, blocks }, "").filter(({ pointer }) =>
      pointer.startsWith("/blocks"),
    ),
    ...listProblems(blocks, [0, LIMITS.messageBlocks], "/blocks"),
    ...limitProblems(blocks, "/blocks"),
    ...ruleProblems(blocks, "message", "/blocks"),
  ];
}

export const viewBytes = (view: unknown): number => Buffer.byteLength(JSON.stringify(view) ?? "");

/** Slack counts the text of all blocks together, whatever holds it. */
export function textOfBlocks(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textOfBlocks(one), 0);
  if (!isNode(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, child]) =>
      sum + (key === "text" && typeof child === "string" ? child.length : textOfBlocks(child)),
    0,
  );
}

const EMPTY_MODAL = { type: "modal", title: { type: "plain_text", text: "-" } };

function frameProblems(view: Readonly<Record<string, unknown>>): Problem[] {
  const shared = [
    ...stringProblems(view.private_metadata, [0, LIMITS.privateMetadata], "/view/private_metadata"),
    ...stringProblems(view.callback_id, [0, LIMITS.id], "/view/callback_id"),
    ...stringProblems(view.external_id, [0, LIMITS.id], "/view/external_id"),
  ];
  if (view.type === "home") return shared;
  const hasInput = nodes(view.blocks).some(({ type }) => type === "input");
  return [
    ...shared,
    ...["title", "submit", "close"].flatMap((key) => [
      ...textProblems(view[key], LIMITS.modalTitle, `/view/${key}`),
      ...(isNode(view[key]) ? stringProblems(view[key].text, [1, Infinity], `/view/${key}`) : []),
    ]),
    ...(hasInput && view.submit === undefined
      ? [{ pointer: "/view", message: "`submit` is required when there is an input block" }]
      : []),
  ];
}

function schemaProblems(definition: string, value: unknown, pointer: string): Problem[] {
  const check =
    compiled.get(definition) ?? ajv.compile({ $ref: `slack#/definitions/${definition}` });
  compiled.set(definition, check);
  if (check(value)) return [];
  return (check.errors ?? []).map((error) => ({
    pointer: `${pointer}${error.instancePath}`,
    message: wordsOf(error),
  }));
}

function wordsOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === "required") return `missing required field: ${params.missingProperty}`;
  if (keyword === "additionalProperties")
    return `invalid additional property: ${params.additionalProperty}`;
  if (keyword === "discriminator") return `unsupported type: ${String(params.tagValue)}`;
  if (keyword === "const") return `must be ${JSON.stringify(params.allowedValue)}`;
  return String(message);
}
