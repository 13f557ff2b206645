import { inflateSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { CHART_NAMES, type ChartName } from "#core/charts.ts";
import { CUSTOMER_ACTOR, type OperatorId } from "#core/ids.ts";
import { drawChart } from "#reports/charts/draw-chart.ts";
import { textWidth } from "#reports/charts/fonts.ts";
import { labelOf, wordingOf } from "#reports/charts/rows.ts";
import { textsOf } from "#reports/charts/texts.ts";
import { PALETTES } from "#reports/charts/theme.ts";
import { aChart, aFullChart, point } from "./data.ts";

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll("\u00A0", " ");

const linesOf = (content: string): string[] =>
  content.includes("<tspan")
    ? [...content.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, line = ""]) => plain(line))
    : [plain(content)];

/** The texts of a drawing, line by line. */
const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*(?<!\/)>(.*?)<\/text>/g)].flatMap(([, content = ""]) =>
    linesOf(content),
  );

const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

/** How many bytes of the picture's data differ from the one before: blank paper compresses to nearly none. */
function inked(png: Uint8Array): number {
  const chunks: Uint8Array[] = [];
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    const type = Buffer.from(png.subarray(at + 4, at + 8)).toString("latin1");
    if (type === "IDAT") chunks.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return inflateSync(Buffer.concat(chunks)).reduce((sum, byte) => sum + (byte === 0 ? 0 : 1), 0);
}

test.each(CHART_NAMES)(
  "%s is drawn in both themes and widths, in words of both languages",
  async (name) => {
    const warned = vi.spyOn(console, "warn");
    for (const language of ["pt-BR", "en"] as const) {
      const { titles } = textsOf(language);
      for (const theme of ["light", "dark"] as const) {
        const svg = await drawChart(aFullChart(name), { theme, language }).svg();
        expect(textsIn(svg).join(" ")).toContain(titles[name]);
        expect(svg).toContain(PALETTES[theme].background);
      }
      const narrow = textsIn(
        await drawChart(aFullChart(name), { width: "narrow", language }).svg(),
      );
      expect(narrow.join(" ")).toContain(titles[name]);
    }
    expect(warned).not.toHaveBeenCalled();
  },
);

test.each(CHART_NAMES)("no text of %s leaves the picture, wide or narrow", async (name) => {
  for (const [width, units] of [
    ["wide", 520],
    ["narrow", 360],
  ] as const) {
    for (const scale of [1, 1_000, 1_000_000]) {
      const svg = await drawChart(aFullChart(name, scale), { width }).svg();
      for (const { text, left, right } of placed(svg)) {
        expect({ name, width, text, inside: left >= -1 && right <= units + 1 }).toMatchObject({
          inside: true,
        });
      }
    }
  }
});

/** Lines of text with both their ends, from the places of the groups that they stand in. */
function placed(svg: string): { text: string; left: number; right: number }[] {
  const found: { text: string; left: number; right: number }[] = [];
  const bases = [0];
  for (const [tag] of svg.matchAll(/<g\b[^>]*>|<\/g>|<text\b[^>]*(?<!\/)>.*?<\/text>/g)) {
    if (tag === "</g>") bases.pop();
    else if (tag.startsWith("<g")) {
      if (!tag.endsWith("/>")) bases.push((bases.at(-1) ?? 0) + shiftOf(tag));
    } else found.push(...linesAt(tag, (bases.at(-1) ?? 0) + shiftOf(tag)));
  }
  return found;
}

const shiftOf = (tag: string): number => Number(/translate\(([-\d.]+)/.exec(tag)?.[1] ?? 0);

function linesAt(tag: string, x: number) {
  const size = Number(/font-size="([\d.]+)px"/.exec(tag)?.[1] ?? 11);
  const weight = /font-weight="(\w+)"/.exec(tag)?.[1] ?? 400;
  const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1];
  const content = />(.*)<\/text>/.exec(tag)?.[1] ?? "";
  return linesOf(content).map((text) => {
    const long = textWidth(text, size, weight);
    const left = x - (anchor === "end" ? long : anchor === "middle" ? long / 2 : 0);
    return { text, left, right: left + long };
  });
}

test("a PNG is 1200 by 675 for Slack and has the project's own font in it", async () => {
  const png = await drawChart(aFullChart("outcome")).png();
  expect(sizeOf(png)).toEqual({ width: 1200, height: 675 });
  const mute = aFullChart("outcome");
  const empty = await drawChart({ ...mute, points: [] }).png();
  expect(inked(png)).toBeGreaterThan(inked(empty));
});

test("the font is drawn, not left out: without its texts a picture has less ink", async () => {
  const { pngOf } = await import("#reports/charts/render.ts");
  const svg = await drawChart(aFullChart("agreements-by-city")).svg();
  const textless = svg.replaceAll(/<text[^>]*>[^<]*<\/text>/g, "");
  expect(pngOf(svg, 1_200)).not.toEqual(pngOf(textless, 1_200));
});

test("an empty chart says so, in its place and in its description", async () => {
  for (const points of [[], [point("2026-10", "settled", 0), point("2026-11", "broken", 0)]]) {
    const drawn = drawChart(aChart("outcome", points));
    expect(textsIn(await drawn.svg())).toContain("Sem dados no período");
    expect(drawn.alt).toContain("Sem dados no período");
    expect(drawn.alt).not.toContain("total");
  }
});

test("twenty bars are drawn; the rest of ten thousand stands in one, and the file has them all", async () => {
  const cities = Array.from({ length: 10_000 }, (_, i) =>
    point(
      `Cidade ${i} com um nome muito, muito comprido ${"x".repeat(200)}`,
      "agreements",
      10_000 - i,
    ),
  );
  const drawn = drawChart(aChart("agreements-by-city", cities));
  const texts = textsIn(await drawn.svg());
  expect(texts.filter((text) => text.startsWith("Cidade"))).toHaveLength(19);
  expect(texts).toContain("Outros (9981)");
  expect(texts.some((text) => text.endsWith("…"))).toBe(true);
  expect(drawn.csv().split("\r\n")).toHaveLength(10_002);
});

test("amounts of many billions are written short on bars and whole in the description", async () => {
  const data = aChart("settled-by-operator", [
    point("ana", "settled", 3, 1_000_000_000_000, "Ana"),
  ]);
  const drawn = drawChart(data);
  expect(textsIn(await drawn.svg())).toContain("R$ 10 bi");
  expect(drawn.alt).toBe(
    "Recebido por operador (01/12/2025 a 24/11/2026 · total R$ 10.000.000.000,00): Ana R$\u00A010\u00A0bi.",
  );
});

test("two operators of one name are two bars", async () => {
  const data = aChart("settled-by-operator", [
    point("ana1", "settled", 1, 100, "Ana"),
    point("ana2", "settled", 1, 200, "Ana"),
  ]);
  const texts = textsIn(await drawChart(data).svg());
  expect(texts.filter((text) => text === "Ana")).toHaveLength(2);
});

test("what people typed is text and nothing else", async () => {
  const nasty = `"]}<script>alert(1)</script>\\'datum.value&`;
  const svg = await drawChart(aChart("agreements-by-city", [point(nasty, "agreements", 2)])).svg();
  expect(svg).not.toContain("<script");
  expect(textsIn(svg).some((text) => text.startsWith('"]}<script>'))).toBe(true);
});

test("months have Brazilian names, with the year where it begins", async () => {
  const texts = textsIn(await drawChart(aFullChart("spc")).svg());
  for (const month of "jan fev mar abr mai jun jul ago set out nov dez".split(" ")) {
    expect(texts).toContain(month);
  }
  expect(texts.filter((text) => text === "2026")).toHaveLength(1);
  expect(texts).not.toContain("2025");
});

test.each<[ChartName, string]>([
  ["outcome", "Pago R$\u00A04.140; No prazo R$\u00A04.020; Não cumprido R$\u00A03.900."],
  ["spc", "Registrados 414; Removidos 402."],
  ["roll-rates", "1 a 30 dias, 98%: R$\u00A0390 de R$\u00A0400;"],
  ["promises-by-discount", "Sem desconto, 26% de 154;"],
  [
    "recovery-by-step",
    "Antes da régua R$\u00A0400; Dia 10: cobrança R$\u00A0390; Dia 30: estranha R$\u00A0380.",
  ],
  ["events-by-operator", "Ana Lima 79; Sistema 77; Sem operador 75."],
])("%s is described by its main numbers", (name, numbers) => {
  expect(drawChart(aFullChart(name)).alt).toContain(numbers);
});

test.each([
  ["pt-BR", "Cliente (sozinho)"],
  ["en", "Customer (alone)"],
] as const)(
  "in %s, customers who agreed alone are named beside the operators",
  (language, name) => {
    const data = aFullChart("settled-by-operator");
    const label = labelOf(data, { key: CUSTOMER_ACTOR, name: null }, wordingOf(language));
    expect(label).toBe(name);
  },
);

test("a filter is told in the drawing", async () => {
  const data = {
    ...aFullChart("outcome"),
    only: { operator: "ana" as OperatorId, name: "Ana Lima" },
  };
  expect(textsIn(await drawChart(data).svg()).join(" ")).toContain("Operador: Ana Lima");
});
