import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCells, separatorOf } from "#db/import/csv-cells.ts";

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({ unit: fc.constantFrom("a", " ", '"', ",", ";", "\n", "é"), maxLength: 6 });

test("reads well-formed records as csv-parse does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 5 }),
      fc.constantFrom(",", ";"),
      (cells, separator) => {
        const record = cells
          .map(([text, bare]) => (bare && !/[",;\n]/.test(text) ? text : quoted(text)))
          .join(separator);
        const [oracle] = parse(record, { delimiter: separator, skip_empty_lines: false });
        expect(csvCells(record, separator)).toEqual(oracle);
      },
    ),
  );
});

test.each([
  ['1;ab"c;2', "stray quote"],
  ['1;"ab"c;2', "stray quote"],
  ['1;"a""b;2', "open"],
  ['1;"ab', "open"],
])("does not guess what %s means", (record, outcome) => {
  expect(csvCells(record, ";")).toBe(outcome);
});

test("the header shows what separates cells", () => {
  expect(separatorOf("id;name;amount")).toBe(";");
  expect(separatorOf("id,name,amount")).toBe(",");
});
