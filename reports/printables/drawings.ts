import assert from "node:assert/strict";
import bwip from "@bwip-js/node";
import { encode } from "uqr";
import type { Barcode } from "#core/bank/boleto.ts";
import { type Html, html } from "./html.ts";

/** Interleaved 2 of 5, wide bars three times the narrow ones; the style sheet makes it 103 mm by 13 mm, as FEBRABAN asks. */
export function barcodeDrawing(barcode: Barcode): Html {
  const widths = bars(barcode);
  let [at, path] = [0, ""];
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) path += `M${at} .5h${width}`;
    at += width;
  }
  assert(at === BARCODE_MODULES, `a boleto's bars are ${BARCODE_MODULES} modules wide, not ${at}`);
  return drawing({
    kind: "barcode",
    label: "Código de barras do boleto",
    width: at,
    height: 1,
    path,
  });
}

/** Of 44 digits. */
const BARCODE_MODULES = 405;
const WIDE = 3;

/** Bars and gaps in turn, as numbers of modules. */
function bars(barcode: Barcode): readonly number[] {
  // The types know only the form that draws.
  const [symbol] = bwip.raw({ bcid: "interleaved2of5", text: barcode }) as unknown as [
    { readonly sbs: readonly number[] },
  ];
  // The last one is the gap after it.
  return symbol.sbs.slice(0, -1).map((width) => (width > 1 ? WIDE : 1));
}

/** The quiet zone of four modules around it is the style sheet's, as white space. */
export function qrDrawing(code: string): Html {
  const { data, size } = encode(code, { ecc: "M", border: 0, maskPattern: MASK });
  let path = "";
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const width = x - from + 1;
      path += `M${from} ${y}.5h${width}`;
    }
  }
  return drawing({ kind: "qr", label: "QR Code do Pix", width: size, height: size, path });
}

/** Every reader takes the mask from the code itself. To try all eight for the evenest one takes ten times as long. */
const MASK = 0;

type Drawing = {
  readonly kind: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly path: string;
};

const drawing = ({ kind, label, width, height, path }: Drawing): Html =>
  html`<svg class="${kind}" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><path d="${path}"/></svg>`;
