import { Resvg } from "@resvg/resvg-js";
import { renderSVG } from "uqr";

/** Pixels of each side: sharp on a phone held to a second one. */
const SIDE = 720;

/** The code as a picture, with the white border that scanners want. */
export function qrPng(code: string): Uint8Array {
  const svg = renderSVG(code, { border: 4, ecc: "M" });
  return new Resvg(svg, { fitTo: { mode: "width", value: SIDE } }).render().asPng();
}
