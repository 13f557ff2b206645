/** What somebody wrote in Slack, as it stands on the screen: without Slack's marks, names and addresses in the open. */
export const writtenText = (text: string): string =>
  text
    .replace(/<(?:https?|mailto|tel):[^|>]*\|([^>]*)>/g, "$1")
    .replace(
      /<(https?:[^|>]*|(?:mailto|tel):([^|>]*))>/g,
      (_, address: string, rest?: string) => rest ?? address,
    )
    .replace(/<[@#!][^|>]*\|([^>]*)>/g, "$1")
    .replace(/<[@#!][^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .trim();

/** Words between colleagues, which the customer does not read. */
export const isAside = (text: string): boolean => text.trimStart().startsWith("//");
