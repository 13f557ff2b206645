import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html, trusted, typed } from "#reports/printables/html.ts";

describe("markup of a document", () => {
  test("takes text as text, in elements and in attributes", () => {
    expect(html`<p title="${`"'><b>`}">${"<script>alert(1)</script> & co."}</p>`.markup).toBe(
      '<p title="&quot;&#39;&gt;&lt;b&gt;">&lt;script&gt;alert(1)&lt;/script&gt; &amp; co.</p>',
    );
  });

  test("takes markup, lists of it, numbers, and nothing", () => {
    const items = ["a", "<"].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${null}${3}${trusted("<hr>")}`.markup).toBe(
      "<ul><li>a</li><li>&lt;</li></ul>3<hr>",
    );
  });

  test("never lets what was typed out of its element", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { markup } = typed(text);
        const inside = /^<bdi>(.*)<\/bdi>$/s.exec(markup)?.[1] ?? markup;
        expect(inside).not.toMatch(/[<>"']/);
        expect(inside).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  test("sets apart what may run from right to left, and only that", () => {
    expect(typed("Conceição & Irmãos – R$ 5,00 €").markup).toBe(
      "Conceição &amp; Irmãos – R$ 5,00 €",
    );
    for (const text of ["محمد", "a\u202eb", "a\u2067b", "٣", "שלום"]) {
      expect(typed(text).markup).toBe(`<bdi>${text}</bdi>`);
    }
  });

  test("leaves out what a page cannot hold", () => {
    expect(typed("a\u0000b\u001bc\ud800d").markup).toBe("<bdi>abc\ufffdd</bdi>");
  });
});
