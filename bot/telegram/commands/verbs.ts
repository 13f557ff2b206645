export const LANGUAGE_CHOICE = "languages";
export const LANGUAGE = "language";
export const RESUME = "resume";
