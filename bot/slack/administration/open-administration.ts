import type { Acting, Pressed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { isInModal } from "../open.ts";
import { subjectsOf } from "./subject.ts";
import { overview } from "./view.ts";

/** The modal with all that the person may administer; nothing is read for it, so it opens at once. */
export async function openAdministration(acting: Acting | Pressed): Promise<void> {
  const { client, deps, person, triggerId } = acting;
  const subjects = subjectsOf(person);
  const view =
    subjects.length === 0
      ? errorModal(deps, deps.texts.say("admin-not-yours"))
      : overview(subjects, deps.texts);
  const asked = { trigger_id: triggerId, view };
  await (isInModal(acting) ? client.views.push(asked) : client.views.open(asked));
}
