import { IDLE } from "../dialog.ts";
import { type Feature, forCustomer, standing } from "../feature.ts";
import {
  askWords,
  closeTalk,
  fileSent,
  fileWhileIdle,
  personAsked,
  WITH_PERSON,
  wordsTyped,
  wordsWhileIdle,
} from "./talk.ts";
import { PERSON, PERSON_CLOSE } from "./verbs.ts";

export const person: Feature = {
  presses: {
    // Also under what an operator wrote, which stays where it is.
    [PERSON]: standing(forCustomer(askWords)),
    [PERSON_CLOSE]: forCustomer(closeTalk),
  },
  steps: {
    [WITH_PERSON]: { typed: wordsTyped, sent: fileSent },
    [IDLE]: { typed: wordsWhileIdle, sent: fileWhileIdle },
  },
  commands: {
    humano: personAsked,
    human: personAsked,
  },
};
