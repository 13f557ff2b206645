import { leaveChat } from "#core/use-cases/leave-chat.ts";
import type { Feature } from "../feature.ts";
import { forAnyone, forCustomer, standing } from "../feature.ts";
import { showStart } from "../menu/start.ts";
import { HELP, LEAVE, STOP } from "../menu/verbs.ts";
import type { Talk } from "../talk.ts";
import { showHelp, showPrivacy } from "./help.ts";
import { chooseLanguage, setLanguage } from "./language.ts";
import { openLinkOrStart } from "./open.ts";
import { resume, stop } from "./stop.ts";
import { LANGUAGE, LANGUAGE_CHOICE, RESUME } from "./verbs.ts";

/** What works at any moment, in both languages' names. */
export const commands: Feature = {
  commands: {
    start: openLinkOrStart,
    menu: (talk) => showStart(talk),
    ajuda: showHelp,
    help: showHelp,
    parar: stop,
    stop,
    sair: leave,
    logout: leave,
    privacidade: showPrivacy,
    privacy: showPrivacy,
    idioma: chooseLanguage,
    language: chooseLanguage,
  },
  presses: {
    [HELP]: forAnyone(showHelp),
    [STOP]: standing(forCustomer(stop)),
    [RESUME]: forCustomer(resume),
    [LEAVE]: forCustomer(leave),
    [LANGUAGE_CHOICE]: forAnyone(chooseLanguage),
    [LANGUAGE]: forAnyone(setLanguage),
  },
};

/** The chat is nobody's any more, and says so. */
async function leave(talk: Talk): Promise<void> {
  const { left } = await leaveChat(talk.deps.ports, {
    input: talk.fromChat(),
    today: talk.deps.today(),
    key: talk.key,
  });
  const note = talk.texts.say(left ? "telegram-left" : "telegram-nothing-to-leave");
  await showStart(await talk.again(), note);
}
