import { extname } from "node:path";
import { type CivilDate, parseDate } from "#core/calendar.ts";
import { type Cents, type Percent, parseAmount, parsePercent } from "#core/money.ts";
import { quoted } from "../texts/masking.ts";
import { Failure } from "./failure.ts";

/** Turns what was typed into a value, or says in one line which option it was, what came and what is expected. */
export type Reader<Value> = (typed: string, option: string) => Value;

/** `undefined` from `parse` means that it is not one. */
const reader =
  <Value>(expected: string, parse: (typed: string) => Value | undefined): Reader<Value> =>
  (typed, option) => {
    const value = parse(typed);
    if (value !== undefined) return value;
    throw new Failure(`${option}: ${quoted(typed)} came; expected ${expected}.`);
  };

export const amount: Reader<Cents> = reader(
  'an amount in reais from 0, with at most two decimals after a point, such as "129.90"',
  parseAmount,
);

export const percentage: Reader<Percent> = reader(
  'a percentage from 0 to 100 with at most four decimals after a point, such as "3.5"',
  parsePercent,
);

export const day: Reader<CivilDate> = reader(
  'a day of the calendar as YYYY-MM-DD, such as "2026-11-24"',
  parseDate,
);

export const wholeNumber = (min: number, max: number): Reader<number> =>
  reader(`a whole number from ${min} to ${max}`, (typed) => {
    const value = /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  });

/** Of the database's sequences. */
export const sequenceNumber = <Value extends number = number>(what: string): Reader<Value> =>
  reader(`${what}, a whole number from 1`, (typed) =>
    /^[1-9]\d{0,14}$/.test(typed) ? (Number(typed) as Value) : undefined,
  );

const MAX_TEXT = 20_000;

export const text = (max = MAX_TEXT): Reader<string> =>
  reader(`text of 1 to ${max} characters, none of them NUL`, (typed) =>
    typed.trim() !== "" && typed.length <= max && !typed.includes("\0") ? typed : undefined,
  );

export const fileEndingIn =
  (endings: readonly string[]): Reader<string> =>
  (typed, option) => {
    const file = text(4_000)(typed, option);
    if (endings.includes(extname(file).toLowerCase())) return file;
    throw new Failure(
      `${option}: ${quoted(typed)} came; expected a file that ends in ${endings.join(", ")}.`,
    );
  };

/** Empty is let through where the core itself says what must be filled in. */
export const anyText: Reader<string> = reader(
  `text of at most ${MAX_TEXT} characters, none of them NUL`,
  (typed) => (typed.length <= MAX_TEXT && !typed.includes("\0") ? typed : undefined),
);

const MAX_ID = 100;

export const id = <Id extends string>(what: string): Reader<Id> =>
  reader(`${what} of 1 to ${MAX_ID} characters, none of them NUL`, (typed) =>
    isId(typed) ? (typed.trim() as Id) : undefined,
  );

const isId = (typed: string): boolean =>
  typed.trim() !== "" && typed.length <= MAX_ID && !typed.includes("\0");

export const choice = <Choice extends string>(choices: readonly Choice[]): Reader<Choice> =>
  reader(`one of ${choices.join(", ")}`, (typed) => choices.find((one) => one === typed));

/** Several values separated by commas; each is told apart in the message. */
export const list =
  <Value>(one: Reader<Value>): Reader<readonly Value[]> =>
  (typed, option) =>
    typed.split(",").map((part) => one(part.trim(), option));
