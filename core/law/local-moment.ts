import { type CivilDate, date } from "../calendar.ts";
import type { LocalTime } from "./contact-windows.ts";

/** A moment as the clock on a customer's wall shows it. */
export type LocalMoment = { readonly date: CivilDate; readonly time: LocalTime };

/** Brazil has four time zones; each state is named with the city that stands for it in the IANA database. */
export const timeZoneOf = (state: string | null): string =>
  (state === null ? undefined : ZONES.get(state)) ?? "America/Sao_Paulo";

/** Where an instant falls on the wall clock of a time zone. The instant is handed in: nothing here reads a clock. */
export function localMoment(instantMs: number, timeZone: string): LocalMoment {
  const text = formatterOf(timeZone).format(new Date(instantMs));
  const [day = "", time = ""] = text.split(" ");
  return { date: date(day), time: time as LocalTime };
}

/** The instant at which that clock shows it, in ms. Brazil puts no clock forward any more: there is one. */
export function instantOf({ date: day, time }: LocalMoment, timeZone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = localMoment(asUtc, timeZone);
  return 2 * asUtc - Date.parse(`${shown.date}T${shown.time}:00Z`);
}

const ZONES: ReadonlyMap<string, string> = new Map([
  ["AC", "America/Rio_Branco"],
  ["AL", "America/Maceio"],
  ["AM", "America/Manaus"],
  ["AP", "America/Belem"],
  ["BA", "America/Bahia"],
  ["CE", "America/Fortaleza"],
  ["MA", "America/Fortaleza"],
  ["MS", "America/Campo_Grande"],
  ["MT", "America/Cuiaba"],
  ["PA", "America/Belem"],
  ["PB", "America/Fortaleza"],
  ["PE", "America/Recife"],
  ["PI", "America/Fortaleza"],
  ["RN", "America/Fortaleza"],
  ["RO", "America/Porto_Velho"],
  ["RR", "America/Boa_Vista"],
  ["SE", "America/Maceio"],
  ["TO", "America/Araguaina"],
]);

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  // Swedish writes "2026-11-24 08:05", the very form of CivilDate and LocalTime.
  const made = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formatters.set(timeZone, made);
  return made;
}
