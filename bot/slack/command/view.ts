import type { ModalView } from "@slack/types";
import type { Candidate } from "#db/queries/account/customer-by-reference.ts";
import type { Texts } from "../../texts/texts.ts";
import { button, context } from "../block-kit.ts";
import { panelLines, type StartData } from "../home/view.ts";
import { ROW } from "../panels/view.ts";
import type { Person } from "../person.ts";
import { modalOf, namedSection, plainSection, short } from "../plain-blocks.ts";

/** The panels; what is pressed opens in the Home. */
export const panelsView = (person: Person, counts: StartData["counts"], texts: Texts): ModalView =>
  modalOf(texts, {
    callbackId: "command.panels",
    title: texts.say("slack-command-title"),
    blocks: [
      plainSection([texts.say("slack-command-hint")]),
      ...panelLines(person, counts, texts),
      context(texts.say("slack-command-more")),
    ],
  });

/** Whom the words may mean. */
export const candidatesView = (found: readonly Candidate[], texts: Texts): ModalView =>
  modalOf(texts, {
    callbackId: "command.candidates",
    title: texts.say("slack-command-candidates"),
    blocks: [
      plainSection([texts.say("slack-command-which", { count: found.length })]),
      ...found.map(({ customer, name, taxId, city }) =>
        namedSection(
          name,
          [[taxId, city].flatMap((one) => (one === null ? [] : [short(one)])).join(" · ")],
          button({ id: ROW.account, text: texts.say("slack-home-open"), value: customer }),
        ),
      ),
    ],
  });
