import type { CivilDate } from "#core/calendar.ts";
import type { Html } from "./html.ts";

/** A document that is ready to be printed: the same value gives the same bytes. */
export type Printable = {
  /** Of the PDF, in its viewer's title bar. */
  readonly title: string;
  /** Its style sheet, with the size of its pages: A4 unless it says another (`@page`). */
  readonly style: Html;
  readonly body: Html;
  /** Of the document, not of its printing. */
  readonly day: CivilDate;
};

export type PrintedPdf = {
  readonly bytes: Uint8Array;
  readonly pages: number;
};
