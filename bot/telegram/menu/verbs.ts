/** What buttons ask for that stand in more than one place. */
export const BACK_TO_MENU = "menu";
export const PREFERENCES = "preferences";
export const HELP = "help";
export const NOT_ME = "not-me";
export const STOP = "stop";
export const LEAVE = "leave";
