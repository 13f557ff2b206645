import { formProblems } from "./inputs.ts";
import { isNode } from "./limits.ts";
import type { Json, View } from "./types.ts";
import { pushView, replaceView } from "./views.ts";
import type { Workspace } from "./workspace.ts";

export type Outcome = "closed" | "errors" | "updated" | "pushed" | "cleared";

/** Throws what Slack's own client says of a form, before anything is sent. */
export function refuseIncomplete(view: View): void {
  if (!view.submit) throw new Error(`${view.title?.text}: there is nothing to submit with`);
  const problems = formProblems(view.blocks, view.state.values);
  if (problems.length > 0) throw new Error(`cannot be submitted: ${problems.join("; ")}`);
}

/** Does to the stack what the app's acknowledgement of a submission asks. */
export function applyAnswer(
  workspace: Workspace,
  userId: string,
  { view, body }: { view: View; body: unknown },
): Outcome {
  const screen = workspace.screenOf(userId);
  const answer: Json = isNode(body) ? body : {};
  if (!isNode(body) && body !== "") throw new Error(`not an answer to a submission: ${body}`);
  switch (answer.response_action) {
    case undefined:
      screen.stack = screen.stack.filter(({ id }) => id !== view.id);
      return "closed";
    case "clear":
      screen.stack = [];
      return "cleared";
    case "errors":
      screen.errors = knownErrors(view, answer.errors);
      return "errors";
    case "update": {
      const index = screen.stack.findIndex(({ id }) => id === view.id);
      replaceView(workspace, screen, index, answer.view);
      return "updated";
    }
    case "push":
      pushView(workspace, userId, answer.view);
      return "pushed";
    default:
      throw new Error(`no such response_action: ${String(answer.response_action)}`);
  }
}

/** An error at a block that is not there is shown nowhere: Slack says "trouble connecting". */
function knownErrors(view: View, errors: unknown): Readonly<Record<string, string>> {
  const list = Object.entries(isNode(errors) ? errors : {});
  if (list.length === 0) throw new Error("response_action errors without an error");
  const inputs = view.blocks.filter(({ type }) => type === "input").map(({ block_id: id }) => id);
  for (const [blockId, message] of list) {
    if (!inputs.includes(blockId)) {
      throw new Error(`no input block ${blockId}; there are: ${inputs.join(", ")}`);
    }
    if (typeof message !== "string" || message === "") throw new Error(`${blockId}: no message`);
  }
  return errors as Readonly<Record<string, string>>;
}
