import { cut } from "../html.ts";

const LONGEST = 30;

/** "MARIA DA SILVA" is Maria. Of a company the whole name, as long as it fits a button. */
export function firstName(name: string): string {
  const [first = ""] = name.trim().split(/\s+/);
  const told =
    first === first.toUpperCase() ? `${first.slice(0, 1)}${first.slice(1).toLowerCase()}` : first;
  return cut(told, LONGEST);
}
