import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "#reports/charts/csv.ts";
import { aChart, point } from "./data.ts";

test("the file has a header, decimal reais, and lines that end in CRLF", () => {
  const points = [point("ana", "settled", 2, 123456, "Ana Lima"), point("", "settled", 1, 5)];
  expect(csvOf(aChart("settled-by-operator", points))).toBe(
    "operator,name,series,count,amount\r\nana,Ana Lima,settled,2,1234.56\r\n,,settled,1,0.05\r\n",
  );
});

test("a cell that a spreadsheet would run is a text", () => {
  const cities = ["=1+1", "+55", "-2", "@SUM(A1)", "\t=1", " =1"];
  const csv = csvOf(
    aChart(
      "agreements-by-city",
      cities.map((city) => point(city, "agreements", 1)),
    ),
  );
  for (const city of cities) expect(csv).toContain(`"'${city}"`);
});

test("whatever people typed is read back as it was, but for the guard", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 0, max: 1e15 }), (city, cents) => {
      const rows: string[][] = parse(
        csvOf(aChart("agreements-by-city", [point(city, "agreements", 3, cents)])),
        {
          relax_column_count: false,
          record_delimiter: "\r\n",
        },
      );
      expect(rows).toHaveLength(2);
      expect(rows[1]?.[0]?.replace(/^'(?=[\s\p{Cc}]*[=+\-@]|[\t\r])/u, "")).toBe(city);
      expect(Math.round(Number(rows[1]?.[4]) * 100)).toBe(cents);
    }),
  );
});
