import type { ModalView, PlainTextOption } from "@slack/types";
import type { Candidate } from "#db/queries/account/customer-by-reference.ts";
import type { Texts } from "../../texts/texts.ts";
import { option, plain } from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import { modalOf, plainSection, short } from "../plain-blocks.ts";

/** As they are named where the app is set up in Slack. */
export const SHORTCUT = { open: "acordo_abrir", ofMessage: "acordo_cliente" } as const;
export const SEARCH_CUSTOMER = "shortcut.customer";
/** Slack asks for options from so many characters on. */
const LEAST_TYPED = 2;

/** One choice opens the account; `said`: why it is asked. */
export const searchView = (texts: Texts, said = texts.say("slack-shortcut-search")): ModalView =>
  modalOf(texts, {
    callbackId: "shortcut.search",
    title: texts.say("slack-command-candidates"),
    blocks: [
      plainSection([said]),
      {
        type: "actions",
        elements: [
          {
            type: "external_select",
            action_id: SEARCH_CUSTOMER,
            min_query_length: LEAST_TYPED,
            placeholder: plain(texts.say("slack-shortcut-placeholder"), LIMITS.placeholder),
          },
        ],
      },
    ],
  });

/** Slack takes no longer value; whoever has such an id is found by the command. */
const MAX_VALUE = 150;

export const candidateOptions = (found: readonly Candidate[]): readonly PlainTextOption[] =>
  found
    .filter(({ customer }) => customer.length <= MAX_VALUE)
    .map(({ customer, name, taxId, city }) =>
      option(
        [short(name, 36), taxId, city === null ? null : short(city, 16)]
          .filter((part) => part !== null)
          .join(" · "),
        customer,
      ),
    );
