import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { SlackDeps } from "./deps.ts";
import { doneModal, errorModal } from "./notices.ts";

/** What a form answers: gone, errors at its fields, another view in its place or on top, or everything closed. */
export type FormAnswer =
  | { readonly close: "this" | "all" }
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly update: ModalView }
  | { readonly push: ModalView };

export function toSlack(answer: FormAnswer) {
  if ("errors" in answer)
    return { response_action: "errors", errors: { ...answer.errors } } as const;
  if ("update" in answer) return { response_action: "update", view: answer.update } as const;
  if ("push" in answer) return { response_action: "push", view: answer.push } as const;
  return answer.close === "all" ? ({ response_action: "clear" } as const) : undefined;
}

/** The loading view becomes what the command answered; one that would have closed says that it is done. */
export async function settleLate(
  { client, deps }: { readonly client: WebClient; readonly deps: SlackDeps },
  viewId: string,
  answer: FormAnswer,
): Promise<void> {
  const view =
    "update" in answer
      ? answer.update
      : "push" in answer
        ? answer.push
        : "errors" in answer
          ? errorModal(deps, Object.values(answer.errors).join(" "))
          : doneModal(deps, deps.texts.say("slack-done-title"), deps.texts.say("slack-done"));
  // Whoever closed it meanwhile finds what was done where it was done.
  await client.views
    .update({ view_id: viewId, view })
    .catch((error) => deps.log.warn({ err: error }, "Slack: a late answer was not shown"));
}
