import type { ModalView } from "@slack/types";
import { reportFailure } from "./failure.ts";
import type { Acting, Pressed } from "./listen.ts";
import { errorModal, loadingModal } from "./notices.ts";

/** A view that stands and waits for its content. */
export type Opened = {
  readonly viewId: string;
  readonly fill: (view: ModalView) => Promise<void>;
};

/** Uses the trigger at once, on top of the modal that was acted in if there is one; the content comes when it is read. */
export async function openLoading(acting: Acting | Pressed): Promise<Opened> {
  const { client, deps, triggerId } = acting;
  const asked = { trigger_id: triggerId, view: loadingModal(deps) };
  const answer = await (isInModal(acting) ? client.views.push(asked) : client.views.open(asked));
  const viewId = answer.view?.id;
  if (viewId === undefined) throw new Error("Slack opened a view without an id");
  return {
    viewId,
    fill: async (view) => {
      await client.views.update({ view_id: viewId, view });
    },
  };
}

export const isInModal = (acting: Acting | Pressed): boolean =>
  "body" in acting && acting.body.view?.type === "modal";

/** A loading view, then the view that the work answers; what goes wrong meanwhile stands in the same view. */
export async function openWith(
  acting: Acting | Pressed,
  work: () => Promise<ModalView>,
): Promise<void> {
  const { fill } = await openLoading(acting);
  const { deps } = acting;
  await fill(await work().catch((error) => errorModal(deps, reportFailure(deps, error))));
}
